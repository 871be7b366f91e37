package io.github.certbot4j.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.KeySpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

class CsrTest {
  private static final ASN1ObjectIdentifier TLS_FEATURE =
      new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1.24");
  private static final KeyPair EC = KeyPairs.generate(TestCertificate.P256);
  private static final byte[] SAMPLE = Csr.build(names("a.example"), EC, true).der();

  @Example
  void a_built_request_is_proper_for_every_kind_of_key() throws Exception {
    List<KeySpec> specs = new ArrayList<>(List.of(new KeySpec.Rsa(2048)));
    for (KeySpec.Curve curve : KeySpec.Curve.values()) {
      specs.add(new KeySpec.Ecdsa(curve));
    }
    for (KeySpec spec : specs) {
      KeyPair keys = KeyPairs.generate(spec);
      PKCS10CertificationRequest request =
          new PKCS10CertificationRequest(Csr.build(names("a.example"), keys, false).der());
      assertThat(
              request.isSignatureValid(
                  new JcaContentVerifierProviderBuilder().build(keys.getPublic())))
          .isTrue();
      assertThat(request.getSubject().getRDNs()).isEmpty();
      assertThat(request.getSubjectPublicKeyInfo().getEncoded())
          .isEqualTo(keys.getPublic().getEncoded());
      assertThat(
              request.toASN1Structure().getCertificationRequestInfo().getVersion().intValueExact())
          .isZero();
    }
  }

  @Example
  void names_keep_their_order_in_one_plain_extension() throws IOException {
    Csr csr = Csr.build(names("b.example", "*.a.example", "a.example"), EC, false);
    Extensions extensions = extensions(csr);
    assertThat(extensions.getExtensionOIDs()).containsExactly(Extension.subjectAlternativeName);
    Extension extension = extensions.getExtension(Extension.subjectAlternativeName);
    assertThat(extension.isCritical()).isFalse();
    assertThat(GeneralNames.getInstance(extension.getParsedValue()).getNames())
        .extracting(name -> name.getTagNo() + " " + name.getName())
        .containsExactly("2 b.example", "2 *.a.example", "2 a.example");
    assertThat(csr.names()).containsExactly("b.example", "*.a.example", "a.example");
  }

  @Example
  void must_staple_asks_for_the_status_request_feature() throws IOException {
    Extension extension =
        extensions(Csr.build(names("a.example"), EC, true)).getExtension(TLS_FEATURE);
    assertThat(extension.isCritical()).isFalse();
    assertThat(extension.getExtnValue().getOctets()).containsExactly(0x30, 3, 2, 1, 5);
  }

  @Example
  void a_hundred_names_fit() throws IOException {
    String[] many = new String[100];
    for (int i = 0; i < many.length; i++) {
      many[i] = "host" + i + ".some-longer-name.example";
    }
    Csr csr = Csr.build(names(many), EC, false);
    assertThat(Csr.parse(csr.der()).names()).containsExactly(many);
    assertThat(new PKCS10CertificationRequest(csr.der()).getEncoded()).isEqualTo(csr.der());
  }

  @Example
  void a_request_without_names_is_not_built() {
    assertThatThrownBy(() -> Csr.build(List.of(), EC, false))
        .isInstanceOf(CryptoException.class)
        .hasMessageContaining("at least one name");
  }

  @Example
  void a_users_request_gives_its_names_once_in_lower_case() throws IOException {
    GeneralName[] alternatives = {
      new GeneralName(GeneralName.dNSName, "www.Example"),
      new GeneralName(GeneralName.iPAddress, "192.0.2.1"),
      new GeneralName(GeneralName.dNSName, "main.example"),
      new GeneralName(GeneralName.dNSName, "WWW.example")
    };
    byte[] der =
        new JcaPKCS10CertificationRequestBuilder(
                new X500Name("CN=Main.Example,O=Some"), EC.getPublic())
            .addAttribute(
                PKCSObjectIdentifiers.pkcs_9_at_extensionRequest,
                new Extensions(
                    new Extension(
                        Extension.subjectAlternativeName,
                        true,
                        new GeneralNames(alternatives).getEncoded())))
            .build(TestCertificate.signer(EC, null))
            .getEncoded();
    Csr csr = Csr.parse(der);
    assertThat(csr.names()).containsExactly("main.example", "www.example");
    assertThat(csr.der()).isEqualTo(der);
  }

  @Example
  void pem_is_read_under_both_of_its_labels() {
    Csr csr = Csr.parse(SAMPLE);
    String old = csr.pem().replace("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST");
    for (String pem : List.of(csr.pem(), old)) {
      assertThat(Csr.parse(pem.getBytes(StandardCharsets.US_ASCII)).der()).isEqualTo(SAMPLE);
    }
  }

  @Example
  void a_certificate_is_not_taken_for_a_request() {
    CertificateView certificate = TestCertificate.of("CN=a.example", EC).build();
    assertThatThrownBy(() -> Csr.parse(certificate.pem().getBytes(StandardCharsets.US_ASCII)))
        .hasMessageContaining("no block BEGIN CERTIFICATE REQUEST");
    assertThatThrownBy(() -> Csr.parse(certificate.der()))
        .isInstanceOf(CryptoException.class)
        .hasMessageStartingWith("Not a readable certificate signing request: ");
  }

  @Property
  void a_damaged_request_is_read_or_refused(
      @ForAll @IntRange(max = 299) int place, @ForAll byte value) {
    byte[] der = SAMPLE.clone();
    der[place % der.length] = value;
    try {
      assertThat(Csr.parse(der).names()).hasSizeLessThanOrEqualTo(2);
    } catch (CryptoException e) {
      assertThat(e).hasMessageMatching("N(either DER nor|ot a readable) .*");
    }
    byte[] cut = Arrays.copyOf(SAMPLE, place % SAMPLE.length);
    assertThatThrownBy(() -> Csr.parse(cut)).isInstanceOf(CryptoException.class);
  }

  private static List<DomainName> names(String... names) {
    return Arrays.stream(names).map(DomainName::new).toList();
  }

  private static Extensions extensions(Csr csr) throws IOException {
    return new PKCS10CertificationRequest(csr.der()).getRequestedExtensions();
  }
}
