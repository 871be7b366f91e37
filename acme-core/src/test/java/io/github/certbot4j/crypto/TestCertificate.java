package io.github.certbot4j.crypto;

import io.github.certbot4j.model.KeySpec;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates with Bouncy Castle, so that no test trusts our own DER. */
public final class TestCertificate {
  public static final KeySpec P256 = new KeySpec.Ecdsa(KeySpec.Curve.SECP256R1);
  public static final Instant NOT_BEFORE = Instant.parse("2026-01-02T03:04:05Z");
  public static final Instant NOT_AFTER = Instant.parse("2026-04-02T03:04:05Z");

  private final X500Name subject;
  private final KeyPair keys;
  private final List<GeneralName> names = new ArrayList<>();
  private final List<Extension> extensions = new ArrayList<>();
  private X500Name issuer;
  private KeyPair issuerKeys;
  private BigInteger serial = BigInteger.valueOf(0x1234);
  private Instant notAfter = NOT_AFTER;
  private String algorithm;

  private TestCertificate(X500Name subject, KeyPair keys) {
    this.subject = subject;
    this.keys = keys;
    this.issuer = subject;
    this.issuerKeys = keys;
  }

  public static TestCertificate of(String subject, KeyPair keys) {
    return new TestCertificate(new X500Name(subject), keys);
  }

  public static TestCertificate of(X500Name subject, KeyPair keys) {
    return new TestCertificate(subject, keys);
  }

  public static CertificateView authority(String subject, KeyPair keys) {
    return of(subject, keys).build();
  }

  public TestCertificate issuedBy(String issuerName, KeyPair keysOfIssuer) {
    issuer = new X500Name(issuerName);
    issuerKeys = keysOfIssuer;
    return this;
  }

  public TestCertificate serial(String hex) {
    serial = new BigInteger(hex, 16);
    return this;
  }

  public TestCertificate expiring(Instant moment) {
    notAfter = moment;
    return this;
  }

  public TestCertificate dns(String... dnsNames) {
    for (String name : dnsNames) {
      names.add(new GeneralName(GeneralName.dNSName, name));
    }
    return this;
  }

  public TestCertificate address(String ip) {
    names.add(new GeneralName(GeneralName.iPAddress, ip));
    return this;
  }

  public TestCertificate extension(ASN1ObjectIdentifier oid, ASN1Encodable value)
      throws IOException {
    extensions.add(new Extension(oid, false, value.toASN1Primitive().getEncoded()));
    return this;
  }

  public TestCertificate signedWith(String signatureAlgorithm) {
    algorithm = signatureAlgorithm;
    return this;
  }

  public CertificateView build() {
    return CertificateView.ofDer(der());
  }

  public byte[] der() {
    try {
      X509v3CertificateBuilder builder =
          new X509v3CertificateBuilder(
              issuer,
              serial,
              Date.from(NOT_BEFORE),
              Date.from(notAfter),
              subject,
              SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
      if (!names.isEmpty()) {
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(names.toArray(new GeneralName[0])));
      }
      for (Extension extension : extensions) {
        builder.addExtension(extension);
      }
      return builder.build(signer(issuerKeys, algorithm)).getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static ContentSigner signer(KeyPair keys, String algorithm) {
    String usual =
        keys.getPublic().getAlgorithm().equals("RSA")
            ? "SHA256withRSA"
            : keys.getPublic().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "Ed25519";
    try {
      return new JcaContentSignerBuilder(algorithm == null ? usual : algorithm)
          .build(keys.getPrivate());
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }
}
