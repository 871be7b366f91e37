package io.github.certbot4j.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * A private key taken apart just enough to write it as PKCS #8 (RFC 5958) and to know its public
 * half.
 */
final class ParsedPrivateKey {
  private static final BigInteger MULTI_PRIME = BigInteger.ONE;

  private final byte[] pkcs8;
  private final SubjectPublicKey publicKey;

  private ParsedPrivateKey(byte[] pkcs8, SubjectPublicKey publicKey) {
    this.pkcs8 = pkcs8;
    this.publicKey = publicKey;
  }

  static ParsedPrivateKey fromPem(String pem) {
    for (PemBlock block : Pem.decode(pem)) {
      if (block.label().endsWith("PRIVATE KEY")) {
        return fromBlock(block);
      }
    }
    throw new CryptoException("No private key found: no block BEGIN PRIVATE KEY.");
  }

  private static ParsedPrivateKey fromBlock(PemBlock block) {
    if (block.encrypted() || block.label().startsWith("ENCRYPTED")) {
      throw new CryptoException(
          "The private key is encrypted; decrypt it first, e.g. with 'openssl pkey'.");
    }
    try {
      return switch (block.label()) {
        case "PRIVATE KEY" -> pkcs8(block.der());
        case "RSA PRIVATE KEY" -> rsa(block.der());
        case "EC PRIVATE KEY" -> ecWithItsCurve(block.der());
        default ->
            throw new CryptoException("a block " + block.label() + " is of no supported type");
      };
    } catch (CryptoException e) {
      throw new CryptoException("Not a usable private key: " + e.getMessage() + ".", e);
    }
  }

  static ParsedPrivateKey pkcs8(byte[] der) {
    DerReader content = DerReader.of(der).enter(DerTag.SEQUENCE);
    content.integer();
    DerReader algorithm = content.enter(DerTag.SEQUENCE);
    Oid oid = algorithm.oid();
    if (oid.equals(Oids.RSA_ENCRYPTION)) {
      return rsa(content.contents(DerTag.OCTET_STRING));
    }
    if (oid.equals(Oids.EC_PUBLIC_KEY) && algorithm.nextIs(DerTag.OID)) {
      return ec(content.contents(DerTag.OCTET_STRING), curve(algorithm));
    }
    throw new CryptoException("it is neither RSA nor on a named elliptic curve");
  }

  /** Reads an RSAPrivateKey (RFC 8017 appendix A.1.2). */
  static ParsedPrivateKey rsa(byte[] der) {
    DerReader key = DerReader.of(der).enter(DerTag.SEQUENCE);
    if (key.integer().compareTo(MULTI_PRIME) >= 0) {
      throw new CryptoException("RSA keys of more than two primes are not supported");
    }
    SubjectPublicKey publicKey = SubjectPublicKey.rsa(key.integer(), key.integer());
    byte[] algorithm = DerWriter.sequence(DerWriter.oid(Oids.RSA_ENCRYPTION), DerWriter.nothing());
    return new ParsedPrivateKey(wrap(algorithm, der), publicKey);
  }

  /** Reads an ECPrivateKey (RFC 5915) that says itself which curve it is of. */
  private static ParsedPrivateKey ecWithItsCurve(byte[] der) {
    DerReader key = DerReader.of(der).enter(DerTag.SEQUENCE);
    key.integer();
    key.contents(DerTag.OCTET_STRING);
    if (!key.nextIs(DerTag.constructed(0))) {
      throw new CryptoException("it does not name its curve");
    }
    return ec(der, curve(key.enterAny()));
  }

  private static ParsedPrivateKey ec(byte[] der, NamedCurve curve) {
    DerReader key = DerReader.of(der).enter(DerTag.SEQUENCE);
    key.integer();
    BigInteger value = new BigInteger(1, key.contents(DerTag.OCTET_STRING));
    key.skipIf(DerTag.constructed(0));
    byte[] point =
        key.nextIs(DerTag.constructed(1)) ? key.enterAny().bits() : EcPublicPoint.of(curve, value);
    return ec(value, SubjectPublicKey.ec(curve, point));
  }

  /** Composes an ECDSA key from its private value and its public key. */
  static ParsedPrivateKey ec(BigInteger value, SubjectPublicKey publicKey) {
    NamedCurve curve =
        publicKey
            .curve()
            .orElseThrow(() -> new CryptoException("The key's curve is not supported."));
    byte[] key =
        DerWriter.sequence(
            DerWriter.integer(1),
            DerWriter.octets(FixedLength.octets(value, curve.octets())),
            DerWriter.element(DerTag.constructed(1), DerWriter.bits(publicKey.bits())));
    return new ParsedPrivateKey(wrap(curve.algorithmIdentifier(), key), publicKey);
  }

  private static NamedCurve curve(DerReader reader) {
    Oid oid = reader.oid();
    return NamedCurve.byOid(oid)
        .orElseThrow(
            () ->
                new CryptoException(
                    "its curve " + oid + " is none of secp256r1, secp384r1 and secp521r1"));
  }

  private static byte[] wrap(byte[] algorithm, byte[] key) {
    return DerWriter.sequence(DerWriter.integer(0), algorithm, DerWriter.octets(key));
  }

  byte[] pkcs8() {
    return pkcs8.clone();
  }

  SubjectPublicKey publicKey() {
    return publicKey;
  }

  KeyPair toKeyPair() {
    String algorithm = publicKey.type() == KeyType.RSA ? "RSA" : "EC";
    try {
      return new KeyPair(
          publicKey.toPublicKey(),
          KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
    } catch (GeneralSecurityException e) {
      throw new CryptoException("The private key is not usable: " + algorithm + " rejects it.", e);
    }
  }
}
