/** Proving control over names by hand, or by scripts that the user brings. */
package io.github.certbot4j.builtin.manual;
