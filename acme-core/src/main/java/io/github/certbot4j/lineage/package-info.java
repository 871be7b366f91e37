/**
 * Lineages on disk: a certificate's versions in {@code archive/}, the links to the one in use in
 * {@code live/}, and its renewal configuration in {@code renewal/}.
 */
package io.github.certbot4j.lineage;
