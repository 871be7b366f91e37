/** TXT records for challenges at DNS Made Easy. */
package io.github.certbot4j.dns.dnsmadeeasy;
