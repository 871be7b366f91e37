package io.github.certbot4j.it.webserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.Lineage;
import io.github.certbot4j.it.PemFile;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;

/** The certificates that a server showed. */
public record ServedChain(List<X509Certificate> certificates) {

  public static ServedChain of(Page page) {
    return new ServedChain(page.chain());
  }

  /** The certificate of a lineage, then its chain, which leads to the root. */
  public ServedChain isThatOf(Lineage lineage, String rootPem) throws GeneralSecurityException {
    assertThat(certificates.get(0)).isEqualTo(lineage.certificate());
    assertThat(certificates.subList(1, certificates.size())).isEqualTo(lineage.chain());
    assertThat(certificates).as("certificate and intermediate").hasSizeGreaterThanOrEqualTo(2);
    for (int i = 0; i < certificates.size() - 1; i++) {
      certificates.get(i).verify(certificates.get(i + 1).getPublicKey());
    }
    X509Certificate root = PemFile.certificates(rootPem).get(0);
    certificates.get(certificates.size() - 1).verify(root.getPublicKey());
    return this;
  }

  public ServedChain covers(String name) throws GeneralSecurityException {
    List<Object> names =
        certificates.get(0).getSubjectAlternativeNames().stream()
            .<Object>map(entry -> entry.get(1))
            .toList();
    assertThat(names).contains(name);
    return this;
  }
}
