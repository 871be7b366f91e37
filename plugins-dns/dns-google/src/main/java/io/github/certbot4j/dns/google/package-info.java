/** TXT records for challenges at Google Cloud DNS. */
package io.github.certbot4j.dns.google;
