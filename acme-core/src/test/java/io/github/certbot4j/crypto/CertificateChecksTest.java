package io.github.certbot4j.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.model.KeySpec;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateChecksTest {
  private static final KeyPair LEAF = KeyPairs.generate(TestCertificate.P256);
  private static final KeyPair EC = KeyPairs.generate(TestCertificate.P256);
  private static final KeyPair RSA = KeyPairs.generate(new KeySpec.Rsa(2048));

  @ParameterizedTest
  @ValueSource(strings = {"SHA256withRSA", "SHA384withRSA", "SHA512withRSA", "SHA1withRSA"})
  void an_rsa_signature_of_the_issuer_is_accepted(String algorithm) {
    assertThat(check(RSA, RSA, algorithm)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHA256withECDSA", "SHA384withECDSA", "SHA512withECDSA"})
  void an_ecdsa_signature_of_the_issuer_is_accepted(String algorithm) {
    assertThat(check(EC, EC, algorithm)).isEmpty();
  }

  @Test
  void a_signature_by_another_key_is_a_problem() {
    assertThat(check(LEAF, EC, "SHA256withECDSA"))
        .hasValueSatisfying(text -> assertThat(text).endsWith("the signature does not match"));
  }

  @Test
  void a_signature_by_a_key_of_another_family_is_a_problem() {
    assertThat(check(RSA, EC, "SHA256withRSA"))
        .hasValueSatisfying(text -> assertThat(text).contains("not known for a key of type ECDSA"));
  }

  @Test
  void another_padding_is_a_problem() {
    SignedContent pss =
        new SignedContent(new byte[1], Oid.of("1.2.840.113549.1.1.10"), new byte[256]);
    assertThat(pss.problemUnder(SubjectPublicKey.of(RSA.getPublic())))
        .hasValueSatisfying(text -> assertThat(text).contains("1.2.840.113549.1.1.10"));
  }

  @Test
  void an_issuer_key_of_another_kind_is_a_problem() throws GeneralSecurityException {
    KeyPair edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    assertThat(check(edwards, edwards, "Ed25519"))
        .hasValueSatisfying(text -> assertThat(text).contains("neither RSA nor ECDSA"));
  }

  @Test
  void names_and_dates_do_not_matter() {
    CertificateView leaf = TestCertificate.of("CN=leaf", LEAF).issuedBy("CN=someone", EC).build();
    CertificateView issuer = TestCertificate.authority("CN=someone else", EC);
    assertThat(CertificateChecks.signatureProblem(leaf, issuer)).isEmpty();
  }

  @Test
  void a_key_matches_its_certificate_only() {
    CertificateView ec = TestCertificate.of("CN=leaf", LEAF).build();
    CertificateView rsa = TestCertificate.of("CN=leaf", RSA).build();
    String ecPem = KeyPairs.toPkcs8Pem(LEAF);
    String rsaPem = KeyPairs.toPkcs8Pem(RSA);
    assertThat(CertificateChecks.keyProblem(ecPem, ec)).isEmpty();
    assertThat(CertificateChecks.keyProblem(rsaPem, rsa)).isEmpty();
    assertThat(CertificateChecks.keyProblem(rsaPem, ec)).isPresent();
    assertThat(CertificateChecks.keyProblem(KeyPairs.toPkcs8Pem(EC), ec))
        .contains("the private key does not belong to the certificate");
    assertThat(KeyPairs.matches(LEAF, ec)).isTrue();
    assertThat(KeyPairs.matches(EC, ec)).isFalse();
  }

  @Test
  void an_unreadable_key_is_a_problem_not_an_exception() {
    CertificateView certificate = TestCertificate.of("CN=leaf", LEAF).build();
    assertThat(CertificateChecks.keyProblem("", certificate))
        .hasValueSatisfying(text -> assertThat(text).contains("No private key found"));
  }

  private static Optional<String> check(KeyPair signer, KeyPair claimed, String algorithm) {
    CertificateView leaf =
        TestCertificate.of("CN=leaf", LEAF).issuedBy("CN=ca", signer).signedWith(algorithm).build();
    return CertificateChecks.signatureProblem(leaf, TestCertificate.authority("CN=ca", claimed));
  }
}
