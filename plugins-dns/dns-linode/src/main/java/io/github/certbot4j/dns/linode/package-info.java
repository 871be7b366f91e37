/** TXT records for challenges at Linode. */
package io.github.certbot4j.dns.linode;
