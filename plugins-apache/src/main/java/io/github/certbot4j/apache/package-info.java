/** Working with the Apache web server. */
package io.github.certbot4j.apache;
