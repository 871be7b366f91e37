/** The plugin that stands for no installer. */
package io.github.certbot4j.builtin.none;
