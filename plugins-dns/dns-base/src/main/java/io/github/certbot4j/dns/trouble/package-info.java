/** What can go wrong with a DNS service. */
package io.github.certbot4j.dns.trouble;
