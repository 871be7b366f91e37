package io.github.certbot4j.crypto;

import java.io.IOException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** A certificate that names an OCSP responder, and what that responder would say of it. */
public final class OcspSample {

  private final KeyPair issuerKeys = KeyPairs.generate(TestCertificate.P256);
  private final KeyPair keys = KeyPairs.generate(TestCertificate.P256);
  private final CertificateView issuer = TestCertificate.authority("CN=OCSP CA", issuerKeys);
  private final CertificateView leaf;

  /**
   * Makes the certificate.
   *
   * @param responder the URL of the responder
   */
  public OcspSample(String responder, Instant notAfter, String name) {
    AuthorityInformationAccess access =
        new AuthorityInformationAccess(
            AccessDescription.id_ad_ocsp,
            new GeneralName(GeneralName.uniformResourceIdentifier, responder));
    try {
      leaf =
          TestCertificate.of("CN=" + name, keys)
              .issuedBy("CN=OCSP CA", issuerKeys)
              .expiring(notAfter)
              .dns(name)
              .extension(Extension.authorityInfoAccess, access)
              .build();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public CertificateChain chain() {
    return CertificateChain.ofDer(List.of(leaf.der(), issuer.der()));
  }

  public String keyPem() {
    return KeyPairs.toPkcs8Pem(keys);
  }

  /** The responder's answer, signed by the issuer. */
  public byte[] answer(boolean revoked, Instant now) {
    try {
      DigestCalculator sha1 =
          new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1);
      X509CertificateHolder authority = new X509CertificateHolder(issuer.der());
      CertificateStatus status =
          revoked ? new RevokedStatus(Date.from(now), 1) : CertificateStatus.GOOD;
      BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(authority.getSubject()));
      builder.addResponse(
          new CertificateID(sha1, authority, leaf.serialNumber()),
          status,
          Date.from(now),
          Date.from(now.plusSeconds(60)));
      return new OCSPRespBuilder()
          .build(
              OCSPRespBuilder.SUCCESSFUL,
              builder.build(
                  TestCertificate.signer(issuerKeys, null),
                  new X509CertificateHolder[0],
                  Date.from(now)))
          .getEncoded();
    } catch (OCSPException | OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
