/** One ACME order from its placing to the certificate in hand (RFC 8555 section 7.4). */
package io.github.certbot4j.order;
