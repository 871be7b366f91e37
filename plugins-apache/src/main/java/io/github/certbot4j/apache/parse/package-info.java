/**
 * Apache's configuration grammar, read without loss: what isn't edited is written back byte for
 * byte.
 */
package io.github.certbot4j.apache.parse;
