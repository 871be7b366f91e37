/** TXT records for challenges at Amazon Route 53. */
package io.github.certbot4j.dns.route53;
