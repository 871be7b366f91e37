/** Server blocks: what they say, which one serves a name, and what is changed in them. */
package io.github.certbot4j.nginx.vhost;
