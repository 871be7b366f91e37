/** From the words of a command line and the configuration files to the settings of a run. */
package io.github.certbot4j.cli.option;
