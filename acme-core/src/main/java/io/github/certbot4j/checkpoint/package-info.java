/**
 * Server configurations as they were before this program changed them, in the format of the
 * original: either program undoes what the other one did or left half done.
 */
package io.github.certbot4j.checkpoint;
