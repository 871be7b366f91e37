/** The plugins that are part of the program. */
package io.github.certbot4j.builtin;
