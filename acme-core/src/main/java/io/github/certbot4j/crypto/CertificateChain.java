package io.github.certbot4j.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An issued certificate with its issuers, leaf first, as a CA delivers it. At least one issuer is
 * there.
 */
public final class CertificateChain {
  private final List<CertificateView> certificates;

  private CertificateChain(List<CertificateView> certificates) {
    if (certificates.size() < 2) {
      throw new CryptoException(
          "A certificate with at least one issuer certificate is needed, but there are only "
              + certificates.size()
              + " certificates.");
    }
    this.certificates = List.copyOf(certificates);
  }

  /**
   * Reads the PEM text of a chain; whatever stands between its certificates is dropped.
   *
   * @throws CryptoException if there are fewer than two certificates, or a malformed one
   */
  public static CertificateChain ofPem(String pem) {
    List<CertificateView> certificates = new ArrayList<>();
    for (PemBlock block : Pem.decode(pem)) {
      if (block.label().equals(Pem.CERTIFICATE)) {
        certificates.add(CertificateView.ofDer(block.der()));
      }
    }
    return new CertificateChain(certificates);
  }

  /**
   * Takes encoded certificates, leaf first.
   *
   * @throws CryptoException if there are fewer than two, or a malformed one
   */
  public static CertificateChain ofDer(List<byte[]> certificates) {
    List<CertificateView> views = new ArrayList<>();
    for (byte[] der : certificates) {
      views.add(CertificateView.ofDer(der));
    }
    return new CertificateChain(views);
  }

  /** Returns the issued certificate. */
  public CertificateView leaf() {
    return certificates.get(0);
  }

  /** Returns the certificate whose key signed the leaf, or should have. */
  public CertificateView issuer() {
    return certificates.get(1);
  }

  /** Returns the common name of who issued the topmost certificate, by which chains are chosen. */
  public Optional<String> topIssuerCommonName() {
    return certificates.get(certificates.size() - 1).issuerCommonName();
  }

  /** Returns the content of {@code cert.pem}. */
  public String leafPem() {
    return leaf().pem();
  }

  /** Returns the content of {@code chain.pem}: every certificate but the leaf. */
  public String issuersPem() {
    StringBuilder pem = new StringBuilder();
    for (CertificateView certificate : certificates.subList(1, certificates.size())) {
      pem.append(certificate.pem());
    }
    return pem.toString();
  }

  /** Returns the content of {@code fullchain.pem}: {@link #leafPem()} and {@link #issuersPem()}. */
  public String fullchainPem() {
    return leafPem() + issuersPem();
  }
}
