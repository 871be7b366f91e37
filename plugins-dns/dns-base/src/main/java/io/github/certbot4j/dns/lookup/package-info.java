/** Asking name servers, over dnsjava. */
package io.github.certbot4j.dns.lookup;
