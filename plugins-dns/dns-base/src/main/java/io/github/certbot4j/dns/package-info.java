/**
 * What the plugins for DNS services share. A service's plugin declares itself, finds zones and
 * changes TXT records; everything else is done here. See {@code docs/plugins.md}.
 */
package io.github.certbot4j.dns;
