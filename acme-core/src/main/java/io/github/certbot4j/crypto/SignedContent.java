package io.github.certbot4j.crypto;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Optional;

/** Signed bytes with their signature, as in certificates and OCSP responses. */
final class SignedContent {
  private final byte[] content;
  private final String algorithm;
  private final byte[] signature;

  SignedContent(byte[] content, String algorithm, byte[] signature) {
    this.content = content;
    this.algorithm = algorithm;
    this.signature = signature;
  }

  /**
   * Says why the signature does not hold under a key; empty if it does. Only RSA PKCS #1 v1.5 and
   * ECDSA are known.
   */
  Optional<String> problemUnder(SubjectPublicKey key) {
    if (key.type() == KeyType.OTHER) {
      return Optional.of("the signer's key is neither RSA nor ECDSA");
    }
    Optional<String> name = javaName(key.type());
    if (name.isEmpty()) {
      return Optional.of(
          "signature algorithm " + algorithm + " is not known for a key of type " + key.type());
    }
    try {
      Signature verifier = Signature.getInstance(name.get());
      verifier.initVerify(key.toPublicKey());
      verifier.update(content);
      return verifier.verify(signature)
          ? Optional.empty()
          : Optional.of("the signature does not match");
    } catch (GeneralSecurityException | CryptoException e) {
      return Optional.of("the signature cannot be checked: " + e.getMessage());
    }
  }

  private Optional<String> javaName(KeyType type) {
    return Optional.ofNullable(type == KeyType.RSA ? rsaName() : ecdsaName());
  }

  private String rsaName() {
    return switch (algorithm) {
      case "1.2.840.113549.1.1.5" -> "SHA1withRSA";
      case "1.2.840.113549.1.1.14" -> "SHA224withRSA";
      case Oids.SHA256_WITH_RSA -> "SHA256withRSA";
      case "1.2.840.113549.1.1.12" -> "SHA384withRSA";
      case "1.2.840.113549.1.1.13" -> "SHA512withRSA";
      default -> null;
    };
  }

  private String ecdsaName() {
    return switch (algorithm) {
      case "1.2.840.10045.4.1" -> "SHA1withECDSA";
      case "1.2.840.10045.4.3.1" -> "SHA224withECDSA";
      case Oids.ECDSA_WITH_SHA256 -> "SHA256withECDSA";
      case "1.2.840.10045.4.3.3" -> "SHA384withECDSA";
      case "1.2.840.10045.4.3.4" -> "SHA512withECDSA";
      default -> null;
    };
  }
}
