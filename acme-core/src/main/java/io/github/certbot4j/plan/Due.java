package io.github.certbot4j.plan;

/** Whether a lineage is to be renewed now. */
public enum Due {
  /** The user asked for it, whatever the dates. */
  FORCED,
  /** The certificate is close enough to its end. */
  EXPIRING,
  /** A rehearsal renews everything. */
  REHEARSAL,
  /** Not by its dates; it is if the CA has revoked the certificate. */
  ONLY_IF_REVOKED,
  /** Not at all. */
  NO;

  /** Whether it is due whatever the CA says. */
  public boolean isDue() {
    return this == FORCED || this == EXPIRING || this == REHEARSAL;
  }
}
