/**
 * What surrounds a run: the process's streams, environment and clock, and the program's version.
 */
package io.github.certbot4j.cli.host;
