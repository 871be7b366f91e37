/** What the program needs of an ACME server (RFC 8555), free of any client library. */
package io.github.certbot4j.acme;
