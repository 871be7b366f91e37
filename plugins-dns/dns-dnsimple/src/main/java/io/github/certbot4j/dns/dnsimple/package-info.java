/** TXT records for challenges at DNSimple. */
package io.github.certbot4j.dns.dnsimple;
