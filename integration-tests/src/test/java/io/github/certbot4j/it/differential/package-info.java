/**
 * Scenarios that the original and this program carry out side by side: how they are written down,
 * what of a run is compared, and which differences are wanted.
 *
 * <p>Knows nothing about how programs are started; {@code DifferentialIT} in the parent package
 * does that.
 */
package io.github.certbot4j.it.differential;
