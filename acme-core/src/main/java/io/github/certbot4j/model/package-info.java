/** Values of the domain that every other package speaks in. No I/O happens here. */
package io.github.certbot4j.model;
