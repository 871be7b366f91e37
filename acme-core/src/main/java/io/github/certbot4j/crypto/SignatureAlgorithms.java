package io.github.certbot4j.crypto;

import java.util.Map;
import java.util.Optional;

/** What the JCA calls the signature algorithms of certificates (RFC 3279, RFC 4055, RFC 5758). */
final class SignatureAlgorithms {
  private static final Map<Oid, String> RSA =
      Map.of(
          Oid.of("1.2.840.113549.1.1.5"),
          "SHA1withRSA",
          Oid.of("1.2.840.113549.1.1.14"),
          "SHA224withRSA",
          Oids.SHA256_WITH_RSA,
          "SHA256withRSA",
          Oid.of("1.2.840.113549.1.1.12"),
          "SHA384withRSA",
          Oid.of("1.2.840.113549.1.1.13"),
          "SHA512withRSA");
  private static final Map<Oid, String> ECDSA =
      Map.of(
          Oid.of("1.2.840.10045.4.1"),
          "SHA1withECDSA",
          Oid.of("1.2.840.10045.4.3.1"),
          "SHA224withECDSA",
          Oids.ECDSA_WITH_SHA256,
          "SHA256withECDSA",
          Oid.of("1.2.840.10045.4.3.3"),
          "SHA384withECDSA",
          Oid.of("1.2.840.10045.4.3.4"),
          "SHA512withECDSA");

  private SignatureAlgorithms() {}

  /** The name of an algorithm for a key of that type; empty if it is none for it. */
  static Optional<String> javaName(Oid algorithm, KeyType type) {
    return Optional.ofNullable((type == KeyType.RSA ? RSA : ECDSA).get(algorithm));
  }
}
