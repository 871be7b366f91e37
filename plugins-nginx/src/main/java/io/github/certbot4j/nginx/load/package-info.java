/** The files that make up a server's configuration. */
package io.github.certbot4j.nginx.load;
