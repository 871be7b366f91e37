/**
 * Where log records go: bare messages to the terminal, everything to the log file. Logback is set
 * up by hand, since looking for configuration costs more than a whole run that finds nothing to do.
 */
package io.github.certbot4j.cli.log;
