package io.github.certbot4j.crypto;

import io.github.certbot4j.model.KeySpec;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What there is to know about an X.509 certificate (RFC 5280), read without checking whether it is
 * trusted, current or properly signed. Reading is cheap: it loads neither the JDK's certificate
 * parser nor Bouncy Castle.
 */
public final class CertificateView {
  private final byte[] der;

  /** Nobody asks for the number of most certificates, and to make it up costs a compilation. */
  private final byte[] serialOctets;

  private final byte[] issuer;
  private final String issuerNameOrNull;
  private final Instant notBefore;
  private final Instant notAfter;
  private final byte[] subject;
  private final String subjectNameOrNull;
  private final SubjectPublicKey publicKey;
  private final X509Extensions extensions;
  private final SignedContent signed;

  private CertificateView(byte[] der) {
    this.der = der;
    DerReader whole = DerReader.of(der);
    DerReader certificate = whole.enter(DerTag.SEQUENCE);
    whole.requireEnd();
    byte[] toBeSigned = certificate.element();
    signed =
        new SignedContent(toBeSigned, certificate.enter(DerTag.SEQUENCE).oid(), certificate.bits());
    DerReader body = DerReader.of(toBeSigned).enter(DerTag.SEQUENCE);
    body.skipIf(DerTag.constructed(0));
    serialOctets = body.integerOctets();
    body.skip();
    issuer = body.element();
    issuerNameOrNull = DistinguishedName.commonName(issuer).orElse(null);
    DerReader validity = body.enter(DerTag.SEQUENCE);
    notBefore = DerTime.read(validity);
    notAfter = DerTime.read(validity);
    subject = body.element();
    subjectNameOrNull = DistinguishedName.commonName(subject).orElse(null);
    publicKey = SubjectPublicKey.read(body.element());
    body.skipIf(DerTag.primitive(1));
    body.skipIf(DerTag.primitive(2));
    extensions =
        body.nextIs(DerTag.constructed(3))
            ? X509Extensions.read(body.enterAny().enter(DerTag.SEQUENCE))
            : X509Extensions.none();
    body.requireEnd();
  }

  /**
   * Reads the certificate in a file: DER, or PEM, of which the first certificate counts.
   *
   * @throws CryptoException if there is no certificate, or not a well-formed one
   */
  public static CertificateView parse(byte[] file) {
    return DerReader.looksLikeDer(file) ? ofDer(file) : parse(Pem.text(file));
  }

  /**
   * Reads the first certificate of a PEM text.
   *
   * @throws CryptoException if there is none, or not a well-formed one
   */
  public static CertificateView parse(String pem) {
    Optional<PemBlock> block = Pem.first(pem, Pem.CERTIFICATE);
    if (block.isEmpty()) {
      throw new CryptoException("No certificate found: no block BEGIN CERTIFICATE.");
    }
    return ofDer(block.get().der());
  }

  /**
   * Reads a DER certificate with nothing after it.
   *
   * @throws CryptoException if it is not well-formed
   */
  public static CertificateView ofDer(byte[] der) {
    try {
      return new CertificateView(der.clone());
    } catch (CryptoException e) {
      throw new CryptoException("Not a readable certificate: " + e.getMessage() + ".", e);
    }
  }

  /** Returns the serial number. */
  public BigInteger serialNumber() {
    return new BigInteger(serialOctets);
  }

  /** Returns the first common name of the subject, as written there. */
  public Optional<String> subjectCommonName() {
    return Optional.ofNullable(subjectNameOrNull);
  }

  /** Returns the first common name of the issuer. */
  public Optional<String> issuerCommonName() {
    return Optional.ofNullable(issuerNameOrNull);
  }

  /** Returns the DNS names of the subject alternative name extension, in its order. */
  public List<String> dnsNames() {
    return extensions.dnsNames();
  }

  /** Returns the subject's common name, if there is one, then all other DNS names in order. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    if (subjectNameOrNull != null) {
      names.add(subjectNameOrNull);
    }
    for (String name : dnsNames()) {
      if (!name.equals(subjectNameOrNull)) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  /** Returns the start of validity. */
  public Instant notBefore() {
    return notBefore;
  }

  /** Returns the last moment of validity. */
  public Instant notAfter() {
    return notAfter;
  }

  /** Returns the family of the certified key. */
  public KeyType keyType() {
    return publicKey.type();
  }

  /** Returns the kind and size of the certified key; empty for kinds this program never makes. */
  public Optional<KeySpec> keySpec() {
    return publicKey.spec();
  }

  /** Returns the first OCSP address of the authority information access extension. */
  public Optional<String> ocspUrl() {
    return extensions.ocspUrl();
  }

  /** Returns the key identifier of the issuer, if the certificate names one. */
  public Optional<byte[]> authorityKeyIdentifier() {
    return extensions.authorityKeyIdentifier().map(byte[]::clone);
  }

  /**
   * Returns the certificate's identifier for renewal information (RFC 9773 section 4.1), which
   * needs an authority key identifier.
   */
  public Optional<String> renewalInfoIdentifier() {
    return extensions
        .authorityKeyIdentifier()
        .map(key -> Digests.base64Url(key) + "." + Digests.base64Url(serialNumber().toByteArray()));
  }

  /** Returns the encoded certificate. */
  public byte[] der() {
    return der.clone();
  }

  /** Returns the certificate alone as normalised PEM. */
  public String pem() {
    return Pem.encode(Pem.CERTIFICATE, der);
  }

  /** Returns the encoded subject name. */
  public byte[] subjectDer() {
    return subject.clone();
  }

  /** Returns the encoded issuer name. */
  public byte[] issuerDer() {
    return issuer.clone();
  }

  SubjectPublicKey publicKey() {
    return publicKey;
  }

  SignedContent signed() {
    return signed;
  }

  boolean isForOcspSigning() {
    return extensions.forOcspSigning();
  }

  /** Two views are equal if they show the same certificate. */
  @Override
  public boolean equals(Object other) {
    return other instanceof CertificateView that && Arrays.equals(der, that.der);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(der);
  }

  @Override
  public String toString() {
    return "certificate " + serialNumber().toString(16);
  }
}
