/** Writing files so that a crash, a full disk or a reader in between never meets half of one. */
package io.github.certbot4j.file;
