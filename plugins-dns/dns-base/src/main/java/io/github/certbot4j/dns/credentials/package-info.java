/** Files with the credentials of DNS services. */
package io.github.certbot4j.dns.credentials;
