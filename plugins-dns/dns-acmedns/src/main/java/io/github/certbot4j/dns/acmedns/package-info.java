/** TXT records for challenges at acme-dns. */
package io.github.certbot4j.dns.acmedns;
