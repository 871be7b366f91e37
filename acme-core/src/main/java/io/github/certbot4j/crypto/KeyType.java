package io.github.certbot4j.crypto;

/** The family a public key belongs to. */
public enum KeyType {
  /** RSA with PKCS #1 identifiers. */
  RSA,
  /** A point on an elliptic curve, supported or not. */
  ECDSA,
  /** Anything else. */
  OTHER
}
