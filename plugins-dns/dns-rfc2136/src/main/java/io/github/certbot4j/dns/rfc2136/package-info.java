/** TXT records for challenges at dynamic updates (RFC 2136). */
package io.github.certbot4j.dns.rfc2136;
