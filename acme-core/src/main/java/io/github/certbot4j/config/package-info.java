/** The options of a run: what is declared, what was set, and where each value came from. */
package io.github.certbot4j.config;
