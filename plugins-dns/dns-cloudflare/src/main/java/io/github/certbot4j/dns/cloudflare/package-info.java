/** TXT records for challenges at Cloudflare. */
package io.github.certbot4j.dns.cloudflare;
