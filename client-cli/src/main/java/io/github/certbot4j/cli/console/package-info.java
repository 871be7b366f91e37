/** The dialogue with the user at a terminal, or what stands in for it when nobody can answer. */
package io.github.certbot4j.cli.console;
