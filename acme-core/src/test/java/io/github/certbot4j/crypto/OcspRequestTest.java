package io.github.certbot4j.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

class OcspRequestTest {
  private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
  private static final CertificateStatus REVOKED = new RevokedStatus(Date.from(NOW), 1);
  private static final KeyPair CA_KEYS = KeyPairs.generate(TestCertificate.P256);
  private static final KeyPair OTHER_KEYS = KeyPairs.generate(TestCertificate.P256);
  private static final CertificateView CA = TestCertificate.authority("CN=CA", CA_KEYS);
  private static final CertificateView LEAF =
      TestCertificate.of("CN=leaf", OTHER_KEYS)
          .issuedBy("CN=CA", CA_KEYS)
          .serial("c0ffee0001")
          .build();
  private static final OcspRequest REQUEST = OcspRequest.about(LEAF, CA);
  private static final byte[] GOOD = new Answer().der();

  @Example
  void the_request_names_the_certificate_as_bouncy_castle_would() throws Exception {
    OCSPReq request = new OCSPReq(REQUEST.der());
    assertThat(request.isSigned()).isFalse();
    assertThat(request.hasExtensions()).isFalse();
    assertThat(request.getRequestList()).hasSize(1);
    CertificateID id = request.getRequestList()[0].getCertID();
    assertThat(id.getHashAlgOID()).isEqualTo(CertificateID.HASH_SHA1.getAlgorithm());
    assertThat(id.getSerialNumber()).isEqualTo(LEAF.serialNumber());
    assertThat(id.matchesIssuer(new X509CertificateHolder(CA.der()), digests())).isTrue();
    assertThat(request.getEncoded()).isEqualTo(REQUEST.der());
  }

  @Example
  void an_answer_signed_by_the_issuer_counts() {
    assertThat(new Answer().verdict()).isEqualTo(new OcspVerdict.Good());
    assertThat(new Answer().status(REVOKED).verdict()).isEqualTo(new OcspVerdict.Revoked());
    assertThat(new Answer().responderByKey(CA).status(REVOKED).verdict())
        .isEqualTo(new OcspVerdict.Revoked());
  }

  @Example
  void a_delegate_certified_for_ocsp_counts() throws IOException {
    CertificateView delegate = delegate(CA_KEYS, "CN=CA", KeyPurposeId.id_kp_OCSPSigning);
    assertThat(new Answer().signedBy(delegate).status(REVOKED).verdict())
        .isEqualTo(new OcspVerdict.Revoked());
    assertThat(new Answer().signedBy(delegate).responderByKey(delegate).verdict())
        .isEqualTo(new OcspVerdict.Good());
  }

  @Example
  void a_delegate_without_the_purpose_does_not_count() throws IOException {
    CertificateView delegate = delegate(CA_KEYS, "CN=CA", KeyPurposeId.id_kp_serverAuth);
    assertUnknown(
        new Answer().signedBy(delegate).status(REVOKED).verdict(), "not certified for OCSP");
  }

  @Example
  void a_delegate_of_someone_else_does_not_count() throws IOException {
    CertificateView stranger = delegate(CA_KEYS, "CN=X", KeyPurposeId.id_kp_OCSPSigning);
    assertUnknown(
        new Answer().signedBy(stranger).status(REVOKED).verdict(), "other than the issuer");
    CertificateView forged = delegate(OTHER_KEYS, "CN=CA", KeyPurposeId.id_kp_OCSPSigning);
    assertUnknown(
        new Answer().signedBy(forged).status(REVOKED).verdict(), "signature does not match");
  }

  @Example
  void an_answer_without_its_signers_certificate_does_not_count() {
    CertificateView absent = TestCertificate.authority("CN=absent", OTHER_KEYS);
    assertUnknown(
        new Answer().responderByKey(absent).status(REVOKED).verdict(), "signer's certificate");
  }

  @Example
  void a_wrong_signature_does_not_count() {
    assertUnknown(new Answer().signingWith(OTHER_KEYS).status(REVOKED).verdict(), "does not match");
  }

  @Example
  void an_answer_about_another_certificate_does_not_count() {
    assertUnknown(
        new Answer().about(CA, BigInteger.ONE).status(REVOKED).verdict(), "another certificate");
    CertificateView otherCa = TestCertificate.authority("CN=CA", OTHER_KEYS);
    assertUnknown(
        new Answer().about(otherCa, LEAF.serialNumber()).status(REVOKED).verdict(),
        "another certificate");
  }

  @Example
  void an_unknown_status_stays_unknown() {
    assertUnknown(new Answer().status(new UnknownStatus()).verdict(), "does not know");
  }

  @Example
  void clocks_may_differ_by_five_minutes() {
    Duration five = Duration.ofMinutes(5);
    assertThat(new Answer().valid(NOW.plus(five), null).verdict())
        .isEqualTo(new OcspVerdict.Good());
    assertUnknown(
        new Answer().valid(NOW.plus(five).plusSeconds(1), null).verdict(), "from the future");
    Instant before = NOW.minusSeconds(86_400);
    assertThat(new Answer().valid(before, NOW.minus(five)).verdict())
        .isEqualTo(new OcspVerdict.Good());
    assertUnknown(
        new Answer().valid(before, NOW.minus(five).minusSeconds(1)).verdict(), "out of date");
  }

  @Example
  void a_responders_failure_is_unknown() throws OCSPException, IOException {
    byte[] failure = new OCSPRespBuilder().build(OCSPRespBuilder.UNAUTHORIZED, null).getEncoded();
    assertUnknown(REQUEST.judge(failure, NOW), "reports a failure");
  }

  @Property
  void any_bytes_are_unknown(@ForAll byte[] bytes) {
    assertUnknown(REQUEST.judge(bytes, NOW), "malformed");
  }

  @Property
  void no_damage_turns_good_into_revoked(
      @ForAll @IntRange(max = 399) int place, @ForAll byte value) {
    byte[] response = GOOD.clone();
    response[place % response.length] = value;
    assertThat(REQUEST.judge(response, NOW)).isNotInstanceOf(OcspVerdict.Revoked.class);
  }

  private static void assertUnknown(OcspVerdict verdict, String reason) {
    assertThat(verdict)
        .asInstanceOf(type(OcspVerdict.Unknown.class))
        .extracting(OcspVerdict.Unknown::reason)
        .asString()
        .contains(reason);
  }

  private static CertificateView delegate(KeyPair signer, String issuer, KeyPurposeId purpose)
      throws IOException {
    return TestCertificate.of("CN=delegate", OTHER_KEYS)
        .issuedBy(issuer, signer)
        .extension(Extension.extendedKeyUsage, new ExtendedKeyUsage(purpose))
        .build();
  }

  private static DigestCalculatorProvider digests() throws OperatorCreationException {
    return new JcaDigestCalculatorProviderBuilder().build();
  }

  /** Composes a response: by default good, current, about the leaf and signed by the CA. */
  private static final class Answer {
    private CertificateView aboutIssuer = CA;
    private BigInteger aboutSerial = LEAF.serialNumber();
    private CertificateStatus status = CertificateStatus.GOOD;
    private Instant thisUpdate = NOW;
    private Instant nextUpdate = NOW.plusSeconds(60);
    private CertificateView responder = CA;
    private boolean byKey;
    private KeyPair keys = CA_KEYS;
    private List<CertificateView> included = List.of();

    Answer about(CertificateView issuer, BigInteger serial) {
      aboutIssuer = issuer;
      aboutSerial = serial;
      return this;
    }

    Answer status(CertificateStatus value) {
      status = value;
      return this;
    }

    Answer valid(Instant from, Instant to) {
      thisUpdate = from;
      nextUpdate = to;
      return this;
    }

    Answer responderByKey(CertificateView value) {
      responder = value;
      byKey = true;
      return this;
    }

    Answer signingWith(KeyPair value) {
      keys = value;
      return this;
    }

    Answer signedBy(CertificateView delegate) {
      responder = delegate;
      keys = OTHER_KEYS;
      included = List.of(delegate);
      return this;
    }

    OcspVerdict verdict() {
      return REQUEST.judge(der(), NOW);
    }

    byte[] der() {
      try {
        DigestCalculator sha1 = digests().get(CertificateID.HASH_SHA1);
        BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(responderId(sha1));
        builder.addResponse(
            new CertificateID(sha1, new X509CertificateHolder(aboutIssuer.der()), aboutSerial),
            status,
            Date.from(thisUpdate),
            nextUpdate == null ? null : Date.from(nextUpdate));
        X509CertificateHolder[] certificates = new X509CertificateHolder[included.size()];
        for (int i = 0; i < certificates.length; i++) {
          certificates[i] = new X509CertificateHolder(included.get(i).der());
        }
        return new OCSPRespBuilder()
            .build(
                OCSPRespBuilder.SUCCESSFUL,
                builder.build(TestCertificate.signer(keys, null), certificates, Date.from(NOW)))
            .getEncoded();
      } catch (OCSPException | OperatorCreationException | IOException e) {
        throw new IllegalStateException(e);
      }
    }

    private RespID responderId(DigestCalculator sha1) throws OCSPException, IOException {
      X509CertificateHolder holder = new X509CertificateHolder(responder.der());
      return byKey
          ? new RespID(SubjectPublicKeyInfo.getInstance(responder.publicKey().der()), sha1)
          : new RespID(holder.getSubject());
    }
  }
}
