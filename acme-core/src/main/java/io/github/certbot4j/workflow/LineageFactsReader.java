package io.github.certbot4j.workflow;

import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.crypto.CertificateView;
import io.github.certbot4j.crypto.KeyType;
import io.github.certbot4j.ini.IniValue;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.plan.Due;
import io.github.certbot4j.plan.LineageFacts;
import io.github.certbot4j.plan.RenewalFacts;
import io.github.certbot4j.plan.RenewalPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what planning needs to know out of lineages on disk. */
final class LineageFactsReader {

  private final Instant now;

  LineageFactsReader(Instant now) {
    this.now = now;
  }

  /** Whether it is due by its dates and the options in force. */
  Due due(Lineage lineage, Settings settings) {
    RenewalPolicy policy =
        new RenewalPolicy(
            settings.get(DecisionOptions.RENEW_BY_DEFAULT), settings.get(DecisionOptions.DRY_RUN));
    CertificateView certificate = lineage.latestCertificate();
    return policy.decide(
        new RenewalFacts(
            certificate.notBefore(),
            certificate.notAfter(),
            lineage.renewBefore().map(before -> before.after(now)),
            autorenew(lineage)),
        now);
  }

  LineageFacts facts(Lineage lineage, boolean due) {
    return new LineageFacts(
        lineage.name(),
        names(lineage),
        keyKind(lineage),
        isFromStaging(lineage),
        lineage.hasPendingDeployment(),
        due);
  }

  /** Whether the lineage came from a server for tests. */
  static boolean isFromStaging(Lineage lineage) {
    return text(lineage, "server").map(url -> new AcmeServer(url).isStaging()).orElse(false);
  }

  /**
   * The names in the live certificate.
   *
   * @throws io.github.certbot4j.model.FailureException when one of them can't be asked of a CA
   */
  static List<DomainName> names(Lineage lineage) {
    List<DomainName> names = new ArrayList<>();
    for (String name : lineage.names()) {
      names.add(DomainName.parse(name));
    }
    return List.copyOf(names);
  }

  /** The type of the live key, as the option calls it. */
  static String keyKind(Lineage lineage) {
    return lineage.certificate().keyType() == KeyType.RSA ? KeyChooser.RSA : KeyChooser.ECDSA;
  }

  private static boolean autorenew(Lineage lineage) {
    return text(lineage, "autorenew").map(value -> !value.equalsIgnoreCase("false")).orElse(true);
  }

  private static Optional<String> text(Lineage lineage, String key) {
    IniValue value = lineage.params().values().get(key);
    return value instanceof IniValue.Text text ? Optional.of(text.value()) : Optional.empty();
  }
}
