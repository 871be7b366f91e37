/** Tests of the nginx plugin against Debian's nginx, each test with a server root of its own. */
package io.github.certbot4j.it.nginx;
