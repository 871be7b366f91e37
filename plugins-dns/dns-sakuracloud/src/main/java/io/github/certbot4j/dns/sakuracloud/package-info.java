/** TXT records for challenges at Sakura Cloud. */
package io.github.certbot4j.dns.sakuracloud;
