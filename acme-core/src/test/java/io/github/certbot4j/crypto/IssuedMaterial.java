package io.github.certbot4j.crypto;

import java.security.KeyPair;
import java.time.Instant;
import java.util.List;

/** Certificates with their issuer and key for tests of other packages. */
public final class IssuedMaterial {

  private static final String ISSUER = "CN=Test Authority";
  private static final KeyPair ISSUER_KEYS = KeyPairs.generate(TestCertificate.P256);
  private static final CertificateView AUTHORITY = TestCertificate.authority(ISSUER, ISSUER_KEYS);

  private final CertificateChain chain;
  private final String keyPem;

  private IssuedMaterial(CertificateChain chain, String keyPem) {
    this.chain = chain;
    this.keyPem = keyPem;
  }

  /** A certificate with a key of its own. */
  public static IssuedMaterial of(Instant notAfter, String... names) {
    KeyPair keys = KeyPairs.generate(TestCertificate.P256);
    CertificateView leaf =
        TestCertificate.of("CN=" + names[0], keys)
            .issuedBy(ISSUER, ISSUER_KEYS)
            .expiring(notAfter)
            .dns(names)
            .build();
    return new IssuedMaterial(
        CertificateChain.ofDer(List.of(leaf.der(), AUTHORITY.der())), KeyPairs.toPkcs8Pem(keys));
  }

  public CertificateChain chain() {
    return chain;
  }

  public String keyPem() {
    return keyPem;
  }
}
