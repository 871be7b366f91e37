/** Changing a configuration file in as few lines as possible, in its own style. */
package io.github.certbot4j.nginx.edit;
