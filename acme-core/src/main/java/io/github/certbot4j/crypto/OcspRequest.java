package io.github.certbot4j.crypto;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;

/**
 * Asks an OCSP responder (RFC 6960) about one certificate and judges its answer. The exchange over
 * HTTP is the caller's: POST {@link #der()} as {@code application/ocsp-request}.
 */
public final class OcspRequest {
  private final CertificateView issuer;
  private final byte[] issuerNameHash;
  private final byte[] issuerKeyHash;
  private final BigInteger serialNumber;

  private OcspRequest(CertificateView certificate, CertificateView issuer) {
    this.issuer = issuer;
    this.issuerNameHash = Digests.sha1(certificate.issuerDer());
    this.issuerKeyHash = Digests.sha1(issuer.publicKey().bits());
    this.serialNumber = certificate.serialNumber();
  }

  /**
   * Asks about a certificate.
   *
   * @param issuer the certificate of who signed it
   */
  public static OcspRequest about(CertificateView certificate, CertificateView issuer) {
    return new OcspRequest(certificate, issuer);
  }

  /** Returns the encoded request: SHA-1 identifiers, no nonce, not signed. */
  public byte[] der() {
    byte[] sha1 = DerWriter.sequence(DerWriter.oid(Oids.SHA1), DerWriter.nothing());
    byte[] certId =
        DerWriter.sequence(
            sha1,
            DerWriter.octets(issuerNameHash),
            DerWriter.octets(issuerKeyHash),
            DerWriter.integer(serialNumber));
    byte[] request = DerWriter.sequence(certId);
    byte[] requestList = DerWriter.sequence(request);
    byte[] toBeSigned = DerWriter.sequence(requestList);
    return DerWriter.sequence(toBeSigned);
  }

  /**
   * Judges the body of a successful HTTP response. The certificate counts as good or revoked only
   * if the answer is about it, is signed by the issuer or by a delegate the issuer certified for
   * OCSP, and is current within five minutes of tolerance. Anything else is unknown; nothing is
   * thrown.
   *
   * @param now the present time
   */
  public OcspVerdict judge(byte[] response, Instant now) {
    try {
      return OcspResponse.read(response).verdict(this, now);
    } catch (CryptoException e) {
      return new OcspVerdict.Unknown("the OCSP response is malformed: " + e.getMessage());
    }
  }

  CertificateView issuer() {
    return issuer;
  }

  /** Reads a CertID and tells whether it names the certificate asked about. */
  boolean isNamedBy(DerReader certId) {
    return certId.enter(DerTag.SEQUENCE).oid().equals(Oids.SHA1)
        && Arrays.equals(certId.contents(DerTag.OCTET_STRING), issuerNameHash)
        && Arrays.equals(certId.contents(DerTag.OCTET_STRING), issuerKeyHash)
        && certId.integer().equals(serialNumber);
  }
}
