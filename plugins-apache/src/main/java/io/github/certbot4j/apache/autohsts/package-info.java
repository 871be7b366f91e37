/** The Strict-Transport-Security header whose lifetime grows with the renewals. */
package io.github.certbot4j.apache.autohsts;
