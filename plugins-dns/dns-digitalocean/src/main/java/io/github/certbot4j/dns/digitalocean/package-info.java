/** TXT records for challenges at DigitalOcean. */
package io.github.certbot4j.dns.digitalocean;
