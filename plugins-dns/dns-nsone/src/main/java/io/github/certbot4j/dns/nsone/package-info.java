/** TXT records for challenges at NS1. */
package io.github.certbot4j.dns.nsone;
