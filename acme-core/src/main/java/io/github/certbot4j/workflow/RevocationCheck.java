package io.github.certbot4j.workflow;

import io.github.certbot4j.lineage.Lineage;

/** Asks whether a CA has revoked a certificate. */
@FunctionalInterface
public interface RevocationCheck {

  /**
   * Whether the newest complete version is surely revoked; when in doubt it isn't. Never throws.
   */
  boolean isRevoked(Lineage lineage);
}
