package io.github.certbot4j.crypto;

import io.github.certbot4j.model.KeySpec;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Optional;

/** Makes, reads and writes RSA and ECDSA key pairs. Messages never hold any part of a key. */
public final class KeyPairs {
  private KeyPairs() {}

  /** Makes a new key pair; RSA keys get the public exponent 65537. */
  public static KeyPair generate(KeySpec spec) {
    if (spec instanceof KeySpec.Ecdsa ecdsa) {
      return generate("EC", new ECGenParameterSpec(ecdsa.curve().optionName()));
    }
    int bits = ((KeySpec.Rsa) spec).bits();
    return generate("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
  }

  private static KeyPair generate(String algorithm, AlgorithmParameterSpec parameters) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(parameters);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new CryptoException(
          "This Java runtime cannot make such a key: " + e.getMessage() + ".", e);
    }
  }

  /**
   * Writes the private key as PKCS #8 ({@code BEGIN PRIVATE KEY}). For ECDSA the public point is
   * included, so that any reader can restore the pair.
   *
   * @throws CryptoException if the key is neither RSA nor on a supported curve, or is held by a
   *     device that does not give it away
   */
  public static String toPkcs8Pem(KeyPair keys) {
    return Pem.encode("PRIVATE KEY", pkcs8(keys));
  }

  private static byte[] pkcs8(KeyPair keys) {
    if (keys.getPrivate() instanceof ECPrivateKey ec) {
      return ParsedPrivateKey.ec(ec.getS(), SubjectPublicKey.of(keys.getPublic())).pkcs8();
    }
    if (SubjectPublicKey.of(keys.getPublic()).type() != KeyType.RSA) {
      throw new CryptoException("Only RSA and ECDSA keys can be written.");
    }
    byte[] encoded = keys.getPrivate().getEncoded();
    if (encoded == null) {
      throw new CryptoException("The private key does not reveal its encoding.");
    }
    return ParsedPrivateKey.pkcs8(encoded).pkcs8();
  }

  /**
   * Reads the first private key of a PEM text: PKCS #8, or the traditional {@code RSA PRIVATE KEY}
   * and {@code EC PRIVATE KEY}. The public key comes from the same block, and is computed if an
   * ECDSA key leaves it out.
   *
   * @throws CryptoException if there is none, or it is encrypted, malformed or of another kind
   */
  public static KeyPair fromPem(String pem) {
    return ParsedPrivateKey.fromPem(pem).toKeyPair();
  }

  /**
   * Tells kind and size of a key; empty for kinds this program never makes.
   *
   * @throws CryptoException if the key is malformed
   */
  public static Optional<KeySpec> specOf(PublicKey key) {
    return SubjectPublicKey.of(key).spec();
  }

  /**
   * Tells kind and size of the private key in a PEM text, without making key objects.
   *
   * @throws CryptoException as {@link #fromPem}
   */
  public static Optional<KeySpec> specOfPem(String pem) {
    return ParsedPrivateKey.fromPem(pem).publicKey().spec();
  }

  /** Tells whether a certificate is for this key pair. */
  public static boolean matches(KeyPair keys, CertificateView certificate) {
    return SubjectPublicKey.of(keys.getPublic()).sameKeyAs(certificate.publicKey());
  }

  /** Writes the public key as SubjectPublicKeyInfo ({@code BEGIN PUBLIC KEY}). */
  public static String publicKeyPem(PublicKey key) {
    return Pem.encode("PUBLIC KEY", SubjectPublicKey.of(key).der());
  }
}
