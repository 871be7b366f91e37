package io.github.certbot4j.lineage;

import io.github.certbot4j.crypto.CertificateChain;
import io.github.certbot4j.crypto.CertificateChecks;
import io.github.certbot4j.crypto.CertificateView;
import io.github.certbot4j.model.FailureException;
import java.nio.charset.StandardCharsets;

/**
 * What one version consists of.
 *
 * @param certPem the certificate
 * @param chainPem its issuers
 * @param keyPem the certificate's private key, the same text again when a key is reused
 */
public record Material(String certPem, String chainPem, String keyPem) {

  /** What was issued, with the key it was issued for. */
  public static Material of(CertificateChain chain, String keyPem) {
    return new Material(chain.leafPem(), chain.issuersPem(), keyPem);
  }

  /** The content of the file of that kind. */
  byte[] content(Kind kind) {
    String text =
        switch (kind) {
          case CERT -> certPem;
          case PRIVKEY -> keyPem;
          case CHAIN -> chainPem;
          case FULLCHAIN -> certPem + chainPem;
        };
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Refuses a key that isn't the certificate's: such a version would break every server. */
  void requireMatchingKey() {
    CertificateChecks.keyProblem(keyPem, CertificateView.parse(certPem))
        .ifPresent(
            problem -> {
              throw FailureException.storage(
                  "The certificate was not stored: " + problem + ".", "Issue it again.");
            });
  }

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "Material[...]";
  }
}
