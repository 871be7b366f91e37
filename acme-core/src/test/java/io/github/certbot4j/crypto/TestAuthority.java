package io.github.certbot4j.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Instant;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** Certifies signing requests, each with a serial number of its own. */
public final class TestAuthority {

  private static final String NAME = "CN=Test Authority";

  private final KeyPair keys = KeyPairs.generate(TestCertificate.P256);
  private int issued = 0x1000;

  /**
   * Issues a certificate.
   *
   * @param csr the DER encoding of the request
   * @return the certificate and its issuer in PEM
   */
  public String issue(byte[] csr, Instant notAfter) {
    issued++;
    CertificateView leaf =
        TestCertificate.of("CN=" + Csr.parse(csr).names().get(0), new KeyPair(publicKey(csr), null))
            .issuedBy(NAME, keys)
            .serial(Integer.toHexString(issued))
            .expiring(notAfter)
            .dns(Csr.parse(csr).names().toArray(new String[0]))
            .build();
    return leaf.pem() + TestCertificate.authority(NAME, keys).pem();
  }

  private static PublicKey publicKey(byte[] csr) {
    try {
      PKCS10CertificationRequest request = new PKCS10CertificationRequest(csr);
      return new JcaPEMKeyConverter().getPublicKey(request.getSubjectPublicKeyInfo());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
