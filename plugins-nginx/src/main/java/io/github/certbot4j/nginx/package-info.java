/** Working with the nginx web server. */
package io.github.certbot4j.nginx;
