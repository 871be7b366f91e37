/**
 * What plugins implement and what they are given. A plugin needs this package and those below it,
 * nothing else of the program.
 */
package io.github.certbot4j.spi;
