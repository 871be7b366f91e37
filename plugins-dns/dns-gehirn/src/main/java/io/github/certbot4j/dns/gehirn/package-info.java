/** TXT records for challenges at Gehirn Infrastructure Service. */
package io.github.certbot4j.dns.gehirn;
