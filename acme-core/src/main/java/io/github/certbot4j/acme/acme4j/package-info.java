/**
 * The ACME gateway on top of acme4j: its session, signatures and problem documents, with an HTTP
 * engine of our own below.
 */
package io.github.certbot4j.acme.acme4j;
