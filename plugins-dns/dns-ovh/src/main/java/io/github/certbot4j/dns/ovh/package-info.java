/** TXT records for challenges at OVH. */
package io.github.certbot4j.dns.ovh;
