package io.github.certbot4j.crypto;

import java.util.Optional;

/**
 * Whether the files of a lineage belong together. Each check answers with a problem, one line
 * without a full stop, or with nothing if all is well; bad input is a problem too, not an
 * exception.
 */
public final class CertificateChecks {
  private CertificateChecks() {}

  /**
   * Checks that a certificate is signed by the key in another, with RSA PKCS #1 v1.5 or ECDSA.
   * Names, dates and trust are not looked at.
   */
  public static Optional<String> signatureProblem(
      CertificateView certificate, CertificateView issuer) {
    Optional<String> problem = certificate.signed().problemUnder(issuer.publicKey());
    if (problem.isEmpty()) {
      return problem;
    }
    return Optional.of(
        "the certificate is not verifiably signed by the first certificate of its chain: "
            + problem.get());
  }

  /**
   * Checks that a private key file holds the key that is certified. No key object is made, so this
   * is cheap.
   */
  public static Optional<String> keyProblem(String privateKeyPem, CertificateView certificate) {
    try {
      return ParsedPrivateKey.fromPem(privateKeyPem).publicKey().sameKeyAs(certificate.publicKey())
          ? Optional.empty()
          : Optional.of("the private key does not belong to the certificate");
    } catch (CryptoException e) {
      return Optional.of("the private key cannot be compared: " + e.getMessage());
    }
  }
}
