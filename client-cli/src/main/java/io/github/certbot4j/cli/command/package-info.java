/** One class for each verb, and the wiring of the flows they start. */
package io.github.certbot4j.cli.command;
