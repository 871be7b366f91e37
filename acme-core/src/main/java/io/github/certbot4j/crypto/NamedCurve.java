package io.github.certbot4j.crypto;

import io.github.certbot4j.model.KeySpec;
import java.nio.ByteBuffer;
import java.util.Optional;

/** What the formats call each supported curve, and how long its numbers are. */
enum NamedCurve {
  P256(KeySpec.Curve.SECP256R1, Oid.of("1.2.840.10045.3.1.7"), "P-256", 32),
  P384(KeySpec.Curve.SECP384R1, Oid.of("1.3.132.0.34"), "P-384", 48),
  P521(KeySpec.Curve.SECP521R1, Oid.of("1.3.132.0.35"), "P-521", 66);

  private static final int UNCOMPRESSED = 4;

  private final KeySpec.Curve curve;

  // Nobody can change it, which the checker can't see.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Oid oid;

  private final String jwkName;
  private final int octets;

  NamedCurve(KeySpec.Curve curve, Oid oid, String jwkName, int octets) {
    this.curve = curve;
    this.oid = oid;
    this.jwkName = jwkName;
    this.octets = octets;
  }

  static Optional<NamedCurve> byOid(Oid oid) {
    for (NamedCurve candidate : values()) {
      if (candidate.oid.equals(oid)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  static Optional<NamedCurve> byJwkName(String name) {
    for (NamedCurve candidate : values()) {
      if (candidate.jwkName.equals(name)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  KeySpec.Curve curve() {
    return curve;
  }

  Oid oid() {
    return oid;
  }

  /** The name in RFC 7518 section 6.2.1.1. */
  String jwkName() {
    return jwkName;
  }

  /** Length of a coordinate and of a private value, in octets. */
  int octets() {
    return octets;
  }

  /** The point's octets without compression (SEC 1 section 2.3.3). */
  byte[] point(byte[] x, byte[] y) {
    if (x.length != octets || y.length != octets) {
      throw new CryptoException("a coordinate has the wrong length for the curve " + jwkName);
    }
    return ByteBuffer.allocate(1 + 2 * octets).put((byte) UNCOMPRESSED).put(x).put(y).array();
  }

  void requirePoint(byte[] point) {
    if (point.length != 1 + 2 * octets || point[0] != UNCOMPRESSED) {
      throw new CryptoException("the public point is not an uncompressed one of " + jwkName);
    }
  }

  byte[] algorithmIdentifier() {
    return DerWriter.sequence(DerWriter.oid(Oids.EC_PUBLIC_KEY), DerWriter.oid(oid));
  }
}
