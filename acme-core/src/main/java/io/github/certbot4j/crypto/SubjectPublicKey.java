package io.github.certbot4j.crypto;

import io.github.certbot4j.model.KeySpec;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;

/** A SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7), the identity of a key in every format. */
final class SubjectPublicKey {
  private final byte[] der;
  private final byte[] bits;
  private final KeyType type;
  private final NamedCurve curveOrNull;
  private final int rsaBits;

  private SubjectPublicKey(byte[] der, byte[] bits, KeyType type, NamedCurve curveOrNull) {
    this.der = der;
    this.bits = bits;
    this.type = type;
    this.curveOrNull = curveOrNull;
    this.rsaBits = type == KeyType.RSA ? modulusBits(bits) : 0;
  }

  static SubjectPublicKey of(PublicKey key) {
    byte[] encoded = key.getEncoded();
    if (encoded == null) {
      throw new CryptoException("The public key does not reveal its encoding.");
    }
    return read(encoded);
  }

  static SubjectPublicKey read(byte[] der) {
    DerReader content = DerReader.of(der).enter(DerTag.SEQUENCE);
    DerReader algorithm = content.enter(DerTag.SEQUENCE);
    Oid oid = algorithm.oid();
    NamedCurve curve = null;
    if (oid.equals(Oids.EC_PUBLIC_KEY) && algorithm.nextIs(DerTag.OID)) {
      curve = NamedCurve.byOid(algorithm.oid()).orElse(null);
    }
    return new SubjectPublicKey(der, content.bits(), type(oid), curve);
  }

  static SubjectPublicKey rsa(BigInteger modulus, BigInteger exponent) {
    byte[] algorithm = DerWriter.sequence(DerWriter.oid(Oids.RSA_ENCRYPTION), DerWriter.nothing());
    byte[] key = DerWriter.sequence(DerWriter.integer(modulus), DerWriter.integer(exponent));
    byte[] der = DerWriter.sequence(algorithm, DerWriter.bits(key));
    return new SubjectPublicKey(der, key, KeyType.RSA, null);
  }

  static SubjectPublicKey ec(NamedCurve curve, byte[] point) {
    curve.requirePoint(point);
    byte[] der = DerWriter.sequence(curve.algorithmIdentifier(), DerWriter.bits(point));
    return new SubjectPublicKey(der, point, KeyType.ECDSA, curve);
  }

  private static int modulusBits(byte[] rsaPublicKey) {
    return DerReader.of(rsaPublicKey).enter(DerTag.SEQUENCE).integer().bitLength();
  }

  private static KeyType type(Oid oid) {
    if (oid.equals(Oids.RSA_ENCRYPTION)) {
      return KeyType.RSA;
    }
    return oid.equals(Oids.EC_PUBLIC_KEY) ? KeyType.ECDSA : KeyType.OTHER;
  }

  byte[] der() {
    return der.clone();
  }

  /** The key itself, without its algorithm: what OCSP hashes. */
  byte[] bits() {
    return bits.clone();
  }

  KeyType type() {
    return type;
  }

  Optional<NamedCurve> curve() {
    return Optional.ofNullable(curveOrNull);
  }

  Optional<KeySpec> spec() {
    if (type == KeyType.RSA) {
      return rsaBits < KeySpec.Rsa.MIN_BITS
          ? Optional.empty()
          : Optional.of(new KeySpec.Rsa(rsaBits));
    }
    return curve().map(named -> new KeySpec.Ecdsa(named.curve()));
  }

  boolean sameKeyAs(SubjectPublicKey other) {
    return Arrays.equals(der, other.der);
  }

  PublicKey toPublicKey() {
    if (type == KeyType.OTHER) {
      throw new CryptoException("The public key is neither RSA nor ECDSA.");
    }
    try {
      return KeyFactory.getInstance(type == KeyType.RSA ? "RSA" : "EC")
          .generatePublic(new X509EncodedKeySpec(der));
    } catch (GeneralSecurityException e) {
      throw new CryptoException("The public key is not usable: " + e.getMessage(), e);
    }
  }
}
