package io.github.certbot4j.workflow;

import io.github.certbot4j.config.RenewalParams;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.lineage.BrokenLineage;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.lineage.LoadedLineage;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.plan.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews one lineage if it is due. Never throws for what is wrong with that lineage alone. */
public final class LineageRenewer {

  private static final Logger LOG = LoggerFactory.getLogger(LineageRenewer.class);

  private final RenewalParams params;
  private final RenewalSteps steps;
  private final RevocationCheck revocations;
  private final RenewalAdvice advice;
  private final Instant now;

  public LineageRenewer(
      RenewalParams params,
      RenewalSteps steps,
      RevocationCheck revocations,
      RenewalAdvice advice,
      Instant now) {
    this.params = params;
    this.steps = steps;
    this.revocations = revocations;
    this.advice = advice;
    this.now = now;
  }

  /**
   * Looks at one lineage and renews it if it is due.
   *
   * @return what became of it; a second outcome follows when its renewal or its being skipped was
   *     followed by regular work of an installer that failed
   */
  List<RenewalOutcome> renew(LoadedLineage loaded, Settings run, LineageStore store) {
    if (loaded instanceof BrokenLineage broken) {
      return List.of(unusable(loaded, broken.failure().oneLine()));
    }
    Lineage lineage = (Lineage) loaded;
    Candidate candidate;
    try {
      Settings settings = params.restore(run, lineage.params());
      candidate = new Candidate(lineage, settings, LineageFactsReader.names(lineage));
    } catch (RuntimeException e) {
      LOG.debug("Lineage {} can't be used", loaded.name(), e);
      return List.of(unusable(loaded, Failures.text(e)));
    }
    List<RenewalOutcome> outcomes = new ArrayList<>(2);
    try {
      candidate = deployed(candidate, store);
      outcomes.add(attempt(candidate, store));
      steps.update(candidate.settings(), candidate.lineage(), candidate.names());
    } catch (RuntimeException | LinkageError e) {
      // A fault of ours, or of a plugin, in one lineage must not keep the others from being
      // renewed.
      outcomes.add(failed(candidate, e));
    }
    return outcomes;
  }

  private RenewalOutcome attempt(Candidate candidate, LineageStore store) {
    Lineage lineage = candidate.lineage();
    Due due = new LineageFactsReader(now).due(lineage, candidate.settings());
    if (!due.isDue() && !(due == Due.ONLY_IF_REVOKED && isWanted(candidate, store))) {
      LocalDate ends = LocalDate.ofInstant(lineage.latestCertificate().notAfter(), ZoneOffset.UTC);
      return new RenewalOutcome.NotDue(candidate.fullchain(), ends.toString());
    }
    steps.renew(candidate.settings(), lineage, candidate.names(), store);
    return new RenewalOutcome.Renewed(candidate.fullchain(), candidate.names());
  }

  /** Whether the CA wants it renewed before its time. */
  private boolean isWanted(Candidate candidate, LineageStore store) {
    return revocations.isRevoked(candidate.lineage())
        || advice.isDue(candidate.lineage(), candidate.settings(), store);
  }

  private static RenewalOutcome failed(Candidate candidate, Throwable cause) {
    LOG.error(
        "Failed to renew certificate {} with error: {}",
        candidate.lineage().name(),
        Failures.text(cause));
    LOG.debug("Renewal failed", cause);
    return new RenewalOutcome.Failed(candidate.fullchain(), candidate.names());
  }

  private static Candidate deployed(Candidate candidate, LineageStore store) {
    if (!candidate.lineage().hasPendingDeployment()) {
      return candidate;
    }
    LOG.warn(
        "An earlier run left a newer version of '{}' undeployed; now deploying it.",
        candidate.lineage().name());
    Lineage lineage = store.deployPending(candidate.lineage());
    return new Candidate(lineage, candidate.settings(), LineageFactsReader.names(lineage));
  }

  private static RenewalOutcome unusable(LoadedLineage loaded, String reason) {
    LOG.error("Renewal configuration {} is unusable: {}", loaded.confPath(), reason);
    return new RenewalOutcome.Unusable(loaded.confPath().toString());
  }

  /** A lineage with all that decides about it. */
  private record Candidate(Lineage lineage, Settings settings, List<DomainName> names) {

    String fullchain() {
      return lineage.livePaths().fullchain().toString();
    }
  }
}
