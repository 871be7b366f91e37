/** The grammar of nginx's configuration files, kept to the byte. */
package io.github.certbot4j.nginx.parse;
