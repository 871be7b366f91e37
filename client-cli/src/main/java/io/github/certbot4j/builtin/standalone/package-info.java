/** Proving control over names by answering the CA's HTTP requests directly. */
package io.github.certbot4j.builtin.standalone;
