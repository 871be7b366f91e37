package io.github.certbot4j.workflow;

import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.ChallengeOptions;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.order.CertificateKey;
import io.github.certbot4j.order.FailedValidation;
import io.github.certbot4j.order.OrderOutcome;
import io.github.certbot4j.order.OrderRecovery;
import io.github.certbot4j.order.OrderRequest;
import io.github.certbot4j.order.OrderService;
import io.github.certbot4j.report.ValidationReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Obtains a certificate for an attempt, maybe for fewer names than asked for. */
public final class CertificateObtainer {

  private static final Logger LOG = LoggerFactory.getLogger(CertificateObtainer.class);

  private final OrderService orders;
  private final Recoveries recoveries;
  private final ProfileChooser profiles;

  public CertificateObtainer(OrderService orders, Recoveries recoveries, Gateways gateways) {
    this.orders = orders;
    this.recoveries = recoveries;
    this.profiles = new ProfileChooser(gateways);
  }

  /**
   * Obtains.
   *
   * @param lineage the lineage it is for, under whose name an open order is remembered
   * @return the certificate, its key, and the names it is for
   * @throws FailureException when names fail validation and doing without them isn't allowed, or
   *     none is left
   */
  Obtained obtain(Attempt attempt, CertName lineage, List<DomainName> names, CertificateKey key) {
    Settings settings = attempt.settings();
    Optional<String> profile = profiles.choose(settings);
    List<DomainName> remaining = names;
    while (true) {
      OrderRecovery recovery = recoveries.forOrder(attempt, lineage, remaining, key);
      OrderOutcome outcome =
          orders.obtain(
              request(settings, remaining, key, profile),
              attempt.account().remote(),
              attempt.authenticator(),
              recovery);
      if (outcome instanceof OrderOutcome.Issued issued) {
        return new Obtained(issued, remaining, recovery);
      }
      List<FailedValidation> failures = ((OrderOutcome.NotValidated) outcome).failures();
      LOG.error("{}", ValidationReport.of(failures));
      remaining = withoutFailed(settings, remaining, failures);
    }
  }

  private static List<DomainName> withoutFailed(
      Settings settings, List<DomainName> names, List<FailedValidation> failures) {
    if (!settings.get(CertificateOptions.ALLOW_SUBSET_OF_NAMES)) {
      throw FailureException.rejected(
          "Some challenges have failed: " + joined(failures) + ".",
          "See the CA's reasons above; nothing was changed.");
    }
    Set<String> failed = new HashSet<>();
    failures.forEach(failure -> failed.add(failure.askedFor()));
    List<DomainName> rest = new ArrayList<>(names);
    rest.removeIf(name -> failed.contains(name.ascii()));
    if (rest.isEmpty() || rest.size() == names.size()) {
      throw FailureException.rejected(
          "All challenges have failed: " + joined(failures) + ".",
          "See the CA's reasons above; nothing was changed.");
    }
    LOG.warn("Going on without {}.", joined(failures));
    return List.copyOf(rest);
  }

  private static String joined(List<FailedValidation> failures) {
    return String.join(", ", failures.stream().map(FailedValidation::askedFor).toList());
  }

  private static OrderRequest request(
      Settings settings, List<DomainName> names, CertificateKey key, Optional<String> profile) {
    return new OrderRequest(
        names,
        key,
        settings.get(ChallengeOptions.PREF_CHALLS),
        settings.find(CertificateOptions.PREFERRED_CHAIN),
        profile,
        settings.get(DecisionOptions.DRY_RUN),
        Duration.ofSeconds(settings.get(CertificateOptions.ISSUANCE_TIMEOUT)));
  }

  /**
   * A certificate in hand that isn't stored yet.
   *
   * @param names the names it was ordered for
   * @param recovery to be told to forget once it is stored
   */
  record Obtained(OrderOutcome.Issued issued, List<DomainName> names, OrderRecovery recovery) {}

  /** Where open orders are remembered. */
  @FunctionalInterface
  public interface Recoveries {
    OrderRecovery forOrder(
        Attempt attempt, CertName lineage, List<DomainName> names, CertificateKey key);
  }
}
