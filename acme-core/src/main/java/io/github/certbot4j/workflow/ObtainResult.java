package io.github.certbot4j.workflow;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.model.DomainName;
import java.util.List;
import java.util.Optional;

/**
 * What a request for a certificate led to.
 *
 * @param attempt the plugins and the settings that were used
 * @param lineage the lineage as it is now; empty after a rehearsal
 */
record ObtainResult(Attempt attempt, Optional<Lineage> lineage, Change change) {

  /** What was done. */
  enum Change {
    ISSUED,
    RENEWED,
    KEPT
  }

  /** The names of the certificate: first those that were asked for, in their order. */
  List<DomainName> names() {
    List<DomainName> certified = LineageFactsReader.names(lineage.orElseThrow());
    List<DomainName> asked = attempt.settings().get(CertificateOptions.DOMAINS);
    return asked.isEmpty() ? certified : asked.stream().filter(certified::contains).toList();
  }
}
