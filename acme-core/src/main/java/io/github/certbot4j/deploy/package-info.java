/** Puts certificates and enhancements into servers, and undoes what didn't work. */
package io.github.certbot4j.deploy;
