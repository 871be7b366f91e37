package io.github.certbot4j.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificateChainTest {
  private static final KeyPair KEYS = KeyPairs.generate(TestCertificate.P256);

  private final CertificateView leaf =
      TestCertificate.of("CN=leaf", KEYS).issuedBy("CN=middle", KEYS).build();
  private final CertificateView middle =
      TestCertificate.of("CN=middle", KEYS).issuedBy("CN=top", KEYS).build();
  private final CertificateView cross =
      TestCertificate.of("CN=top", KEYS).issuedBy("CN=older top", KEYS).build();

  @Test
  void the_text_of_a_ca_is_normalised_and_split() {
    String delivered =
        "subject: leaf\r\n"
            + leaf.pem().replace("\n", "\r\n")
            + "\r\n\r\n"
            + oneLine(middle)
            + "comment\n"
            + cross.pem().strip();
    CertificateChain chain = CertificateChain.ofPem(delivered);
    assertThat(chain.leafPem()).isEqualTo(leaf.pem());
    assertThat(chain.issuersPem()).isEqualTo(middle.pem() + cross.pem());
    assertThat(chain.fullchainPem()).isEqualTo(leaf.pem() + middle.pem() + cross.pem());
    assertThat(chain.leaf()).isEqualTo(leaf);
    assertThat(chain.issuer()).isEqualTo(middle);
    assertThat(chain.topIssuerCommonName()).contains("older top");
  }

  @Test
  void encoded_certificates_give_the_same_chain() {
    assertThat(CertificateChain.ofDer(List.of(leaf.der(), middle.der())).fullchainPem())
        .isEqualTo(leaf.pem() + middle.pem());
  }

  @Test
  void a_leaf_alone_is_refused() {
    assertThatThrownBy(() -> CertificateChain.ofPem(leaf.pem()))
        .isInstanceOf(CryptoException.class)
        .hasMessageContaining("at least one issuer");
  }

  @Test
  void a_block_that_is_no_certificate_inside_is_refused() {
    String pem = leaf.pem() + Pem.encode("CERTIFICATE", new byte[] {0x30, 0});
    assertThatThrownBy(() -> CertificateChain.ofPem(pem))
        .isInstanceOf(CryptoException.class)
        .hasMessageStartingWith("Not a readable certificate");
  }

  private static String oneLine(CertificateView certificate) {
    return certificate
        .pem()
        .replace("\n", "")
        .replace("BEGIN CERTIFICATE-----", "BEGIN CERTIFICATE-----\n")
        .replace("-----END", "\n-----END")
        .concat("\n");
  }
}
