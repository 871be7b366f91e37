/**
 * Tests of the Apache plugin against Debian's Apache, each server with a root of its own.
 *
 * <p>Layouts of configurations are files in {@code apache/layouts} of the resources, read by {@link
 * io.github.certbot4j.it.apache.LayoutFile}.
 */
package io.github.certbot4j.it.apache;
