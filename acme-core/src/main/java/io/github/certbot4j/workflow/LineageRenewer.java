package io.github.certbot4j.workflow;

import io.github.certbot4j.config.RenewalParams;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.crypto.CryptoException;
import io.github.certbot4j.lineage.BrokenLineage;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.lineage.LoadedLineage;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.plan.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

  RenewalOutcome renew(LoadedLineage loaded, Settings run, LineageStore store) {
    if (loaded instanceof BrokenLineage broken) {
      return unusable(loaded, broken.failure().oneLine());
    }
    Lineage lineage = (Lineage) loaded;
    Settings settings;
    List<DomainName> names;
    Due due;
    try {
      settings = params.restore(run, lineage.params());
      lineage = deployed(lineage, store);
      names = LineageFactsReader.names(lineage);
      due = new LineageFactsReader(now).due(lineage, settings);
    } catch (FailureException | CryptoException e) {
      LOG.debug("Lineage {} can't be used", loaded.name(), e);
      return unusable(loaded, e.getMessage());
    }
    return renewIfDue(new Candidate(lineage, settings, names, due), store);
  }

  private RenewalOutcome renewIfDue(Candidate candidate, LineageStore store) {
    Lineage lineage = candidate.lineage();
    String fullchain = lineage.livePaths().fullchain().toString();
    try {
      RenewalOutcome outcome = attempt(candidate, store, fullchain);
      steps.update(candidate.settings(), lineage, candidate.names());
      return outcome;
    } catch (FailureException e) {
      return failed(candidate, fullchain, e);
    } catch (RuntimeException e) {
      // A fault of ours, or of a plugin, in one lineage must not keep the others from being
      // renewed.
      return failed(candidate, fullchain, e);
    }
  }

  private RenewalOutcome attempt(Candidate candidate, LineageStore store, String fullchain) {
    Lineage lineage = candidate.lineage();
    boolean due =
        candidate.due().isDue()
            || (candidate.due() == Due.ONLY_IF_REVOKED && isWanted(candidate, store));
    if (!due) {
      LocalDate ends = LocalDate.ofInstant(lineage.latestCertificate().notAfter(), ZoneOffset.UTC);
      return new RenewalOutcome.NotDue(fullchain, ends.toString());
    }
    steps.renew(candidate.settings(), lineage, candidate.names(), store);
    return new RenewalOutcome.Renewed(fullchain, candidate.names());
  }

  /** Whether the CA wants it renewed before its time. */
  private boolean isWanted(Candidate candidate, LineageStore store) {
    return revocations.isRevoked(candidate.lineage())
        || advice.isDue(candidate.lineage(), candidate.settings(), store);
  }

  private static RenewalOutcome failed(
      Candidate candidate, String fullchain, RuntimeException cause) {
    String text =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    LOG.error("Failed to renew certificate {} with error: {}", candidate.lineage().name(), text);
    LOG.debug("Renewal failed", cause);
    return new RenewalOutcome.Failed(fullchain, candidate.names());
  }

  private static Lineage deployed(Lineage lineage, LineageStore store) {
    if (!lineage.hasPendingDeployment()) {
      return lineage;
    }
    LOG.warn(
        "An earlier run left a newer version of '{}' undeployed; now deploying it.",
        lineage.name());
    return store.deployPending(lineage);
  }

  private static RenewalOutcome unusable(LoadedLineage loaded, String reason) {
    LOG.error("Renewal configuration {} is unusable: {}", loaded.confPath(), reason);
    return new RenewalOutcome.Unusable(loaded.confPath().toString());
  }

  /** A lineage with all that decides about it. */
  private record Candidate(Lineage lineage, Settings settings, List<DomainName> names, Due due) {}
}
