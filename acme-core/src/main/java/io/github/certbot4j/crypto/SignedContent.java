package io.github.certbot4j.crypto;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Optional;

/** Signed bytes with their signature, as in certificates and OCSP responses. */
final class SignedContent {
  private final byte[] content;
  private final Oid algorithm;
  private final byte[] signature;

  SignedContent(byte[] content, Oid algorithm, byte[] signature) {
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
    Optional<String> name = SignatureAlgorithms.javaName(algorithm, key.type());
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
}
