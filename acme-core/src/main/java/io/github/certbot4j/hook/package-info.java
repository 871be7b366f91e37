/** The commands and executables that users attach to issuance and renewal. */
package io.github.certbot4j.hook;
