/** TXT records for challenges at CloudXNS. */
package io.github.certbot4j.dns.cloudxns;
