package io.github.certbot4j.crypto;

/** What an OCSP response says, once it has been checked. */
public sealed interface OcspVerdict {

  /** A verified, current response says the certificate is not revoked. */
  record Good() implements OcspVerdict {}

  /** A verified, current response says the certificate is revoked. */
  record Revoked() implements OcspVerdict {}

  /**
   * The response says nothing that can be relied on.
   *
   * @param reason why, for the log: one line without a full stop
   */
  record Unknown(String reason) implements OcspVerdict {}
}
