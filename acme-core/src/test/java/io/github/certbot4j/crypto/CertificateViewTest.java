package io.github.certbot4j.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.KeySpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;

class CertificateViewTest {
  private static final KeyPair KEYS = KeyPairs.generate(TestCertificate.P256);

  @Example
  void the_fields_are_those_of_the_certificate() {
    CertificateView view =
        TestCertificate.of("CN=b.example,O=Some", KEYS)
            .issuedBy("C=XX,CN=Some CA", KEYS)
            .serial("9c15c08e3759475")
            .dns("a.example", "b.example", "*.c.example")
            .address("192.0.2.1")
            .build();
    assertThat(view.serialNumber()).hasToString(String.valueOf(0x9c15c08e3759475L));
    assertThat(view.subjectCommonName()).contains("b.example");
    assertThat(view.issuerCommonName()).contains("Some CA");
    assertThat(view.dnsNames()).containsExactly("a.example", "b.example", "*.c.example");
    assertThat(view.names()).containsExactly("b.example", "a.example", "*.c.example");
    assertThat(view.notBefore()).isEqualTo(TestCertificate.NOT_BEFORE);
    assertThat(view.notAfter()).isEqualTo(TestCertificate.NOT_AFTER);
    assertThat(view.keyType()).isEqualTo(KeyType.ECDSA);
    assertThat(view.keySpec()).contains(TestCertificate.P256);
    assertThat(view.ocspUrl()).isEmpty();
    assertThat(view.renewalInfoIdentifier()).isEmpty();
  }

  @Example
  void without_a_common_name_the_alternative_names_stand_alone() {
    CertificateView view = TestCertificate.of("", KEYS).dns("x.example", "y.example").build();
    assertThat(view.subjectCommonName()).isEmpty();
    assertThat(view.names()).containsExactly("x.example", "y.example");
  }

  @Example
  void without_extensions_the_common_name_stands_alone() {
    assertThat(TestCertificate.of("CN=old.example", KEYS).build().names())
        .containsExactly("old.example");
  }

  @Example
  void common_names_are_read_in_any_string_type() {
    X500NameBuilder name = new X500NameBuilder();
    name.addRDN(BCStyle.CN, new DERBMPString("Zoë"));
    assertThat(TestCertificate.of(name.build(), KEYS).build().subjectCommonName()).contains("Zoë");
    assertThat(TestCertificate.of("CN=Zoë", KEYS).build().subjectCommonName()).contains("Zoë");
  }

  @Example
  void dates_beyond_2049_are_read() {
    Instant far = Instant.parse("9999-12-31T23:59:59Z");
    assertThat(TestCertificate.of("", KEYS).expiring(far).build().notAfter()).isEqualTo(far);
  }

  @Example
  void the_first_ocsp_address_counts() throws IOException {
    AccessDescription caIssuers =
        new AccessDescription(AccessDescription.id_ad_caIssuers, url("http://ca.example/ca.crt"));
    AccessDescription first =
        new AccessDescription(AccessDescription.id_ad_ocsp, url("http://ocsp.example/"));
    AccessDescription second =
        new AccessDescription(AccessDescription.id_ad_ocsp, url("http://other.example/"));
    CertificateView view =
        TestCertificate.of("", KEYS)
            .extension(
                Extension.authorityInfoAccess,
                new AuthorityInformationAccess(new AccessDescription[] {caIssuers, first, second}))
            .build();
    assertThat(view.ocspUrl()).contains("http://ocsp.example/");
  }

  /** The example of RFC 9773 section 4.1. */
  @Example
  void the_renewal_information_identifier_is_that_of_the_rfc() throws IOException {
    byte[] keyIdentifier = HexFormat.of().parseHex("69885b6b87464041e1b37b847ba0ae2cde01c8d4");
    CertificateView view =
        TestCertificate.of("CN=example.com", KEYS)
            .serial("87654321")
            .extension(Extension.authorityKeyIdentifier, new AuthorityKeyIdentifier(keyIdentifier))
            .build();
    assertThat(view.authorityKeyIdentifier()).contains(keyIdentifier);
    assertThat(view.renewalInfoIdentifier()).contains("aYhba4dGQEHhs3uEe6CuLN4ByNQ.AIdlQyE");
  }

  @Example
  void the_first_certificate_of_a_pem_file_counts_and_der_is_accepted() {
    byte[] der = TestCertificate.of("CN=first", KEYS).der();
    String pem = "text\n" + Pem.encode("CERTIFICATE", der);
    String two = pem + TestCertificate.of("CN=second", KEYS).build().pem();
    CertificateView view = CertificateView.ofDer(der);
    assertThat(CertificateView.parse(two)).isEqualTo(view);
    assertThat(CertificateView.parse(two.getBytes(StandardCharsets.US_ASCII))).isEqualTo(view);
    assertThat(CertificateView.parse(der)).isEqualTo(view);
    assertThat(view.der()).isEqualTo(der);
  }

  @Example
  void key_kinds_are_told_apart() throws GeneralSecurityException {
    CertificateView rsa = TestCertificate.of("", KeyPairs.generate(new KeySpec.Rsa(1024))).build();
    assertThat(rsa.keyType()).isEqualTo(KeyType.RSA);
    assertThat(rsa.keySpec()).contains(new KeySpec.Rsa(1024));
    CertificateView edwards =
        TestCertificate.of("", KeyPairGenerator.getInstance("Ed25519").generateKeyPair()).build();
    assertThat(edwards.keyType()).isEqualTo(KeyType.OTHER);
    assertThat(edwards.keySpec()).isEmpty();
  }

  @Example
  void a_file_without_a_certificate_is_refused() {
    assertThatThrownBy(() -> CertificateView.parse("nothing here"))
        .isInstanceOf(CryptoException.class)
        .hasMessage("No certificate found: no block BEGIN CERTIFICATE.");
  }

  @Example
  void bytes_after_the_certificate_are_refused() {
    byte[] der = TestCertificate.of("", KEYS).der();
    byte[] longer = Arrays.copyOf(der, der.length + 1);
    assertThatThrownBy(() -> CertificateView.ofDer(longer))
        .isInstanceOf(CryptoException.class)
        .hasMessageStartingWith("Not a readable certificate: unexpected content at byte");
  }

  @Property
  void any_bytes_are_read_or_refused(@ForAll byte[] bytes) {
    assertThatThrownBy(() -> CertificateView.ofDer(bytes)).isInstanceOf(CryptoException.class);
    assertThatThrownBy(() -> CertificateView.parse(bytes)).isInstanceOf(CryptoException.class);
  }

  @Property
  void a_damaged_certificate_is_read_or_refused(
      @ForAll @IntRange(max = 399) int place, @ForAll byte value) {
    byte[] der = TestDamage.CERTIFICATE.clone();
    der[place % der.length] = value;
    try {
      CertificateView view = CertificateView.ofDer(der);
      assertThat(view.der()).isEqualTo(der);
      assertThat(view.names()).hasSizeLessThanOrEqualTo(3);
    } catch (CryptoException e) {
      assertThat(e).hasMessageStartingWith("Not a readable certificate: ");
    }
  }

  @Property
  void a_certificate_cut_short_is_refused(@ForAll @IntRange(max = 399) int length) {
    byte[] der = TestDamage.CERTIFICATE;
    byte[] cut = Arrays.copyOf(der, length % der.length);
    assertThatThrownBy(() -> CertificateView.ofDer(cut)).isInstanceOf(CryptoException.class);
  }

  private static GeneralName url(String url) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, url);
  }

  /** One certificate to damage in many ways. */
  private static final class TestDamage {
    static final byte[] CERTIFICATE =
        TestCertificate.of("CN=a.example", KEYS).dns("a.example", "b.example").der();
  }
}
