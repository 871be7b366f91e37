package io.github.certbot4j.workflow;

import io.github.certbot4j.acme.OcspClient;
import io.github.certbot4j.crypto.CertificateView;
import io.github.certbot4j.crypto.CryptoException;
import io.github.certbot4j.crypto.OcspRequest;
import io.github.certbot4j.crypto.OcspVerdict;
import io.github.certbot4j.lineage.ArchiveVersion;
import io.github.certbot4j.lineage.Kind;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.model.FailureException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the certificate's OCSP responder, if it names one and hasn't expired. */
public final class OcspRevocationCheck implements RevocationCheck {

  private static final Logger LOG = LoggerFactory.getLogger(OcspRevocationCheck.class);

  private final OcspClient client;
  private final Instant now;

  public OcspRevocationCheck(OcspClient client, Instant now) {
    this.client = client;
    this.now = now;
  }

  @Override
  public boolean isRevoked(Lineage lineage) {
    CertificateView certificate = lineage.latestCertificate();
    Optional<String> responder = certificate.ocspUrl();
    Optional<ArchiveVersion> version = lineage.latestCommonVersion();
    if (responder.isEmpty() || version.isEmpty() || !certificate.notAfter().isAfter(now)) {
      return false;
    }
    try {
      CertificateView issuer =
          CertificateView.parse(
              TextFile.bytes(lineage.path(Kind.CHAIN, version.get()), "the chain"));
      OcspRequest request = OcspRequest.about(certificate, issuer);
      Optional<OcspVerdict> verdict =
          client.ask(responder.get(), request.der()).map(answer -> request.judge(answer, now));
      LOG.debug("OCSP says of {}: {}", lineage.name(), verdict);
      return verdict.isPresent() && verdict.get() instanceof OcspVerdict.Revoked;
    } catch (FailureException | CryptoException e) {
      LOG.debug("Revocation of {} can't be looked up", lineage.name(), e);
      return false;
    }
  }
}
