/** Finding plugins, and choosing those that a run works with. */
package io.github.certbot4j.cli.plugin;
