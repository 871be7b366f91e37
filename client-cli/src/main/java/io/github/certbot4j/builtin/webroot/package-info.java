/** Proving control over names by files in a directory that a web server serves. */
package io.github.certbot4j.builtin.webroot;
