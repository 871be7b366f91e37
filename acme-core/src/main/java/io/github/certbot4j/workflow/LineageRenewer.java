package io.github.certbot4j.workflow;

import io.github.certbot4j.config.RenewalParams;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.lineage.BrokenLineage;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.lineage.LoadedLineage;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.plan.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out whether a lineage is due, and leads it through its renewal. */
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

  /** Looks at one lineage and decides whether it is to be renewed. */
  LineageRun look(LoadedLineage loaded, Settings run, LineageStore store) {
    if (loaded instanceof BrokenLineage broken) {
      return new UnusableRun(unusable(loaded, broken.failure().oneLine()));
    }
    Lineage lineage = (Lineage) loaded;
    Candidate candidate;
    try {
      Settings settings = params.restore(run, lineage.params());
      candidate = new Candidate(lineage, settings, LineageFactsReader.names(lineage));
    } catch (RuntimeException e) {
      LOG.debug("Lineage {} can't be used", loaded.name(), e);
      return new UnusableRun(unusable(loaded, Failures.text(e)));
    }
    CandidateRun result = new CandidateRun(candidate, store);
    result.attempt(result::decide);
    return result;
  }

  /** One that can't be renewed, nor looked at. */
  private record UnusableRun(RenewalOutcome outcome) implements LineageRun {

    @Override
    public boolean isDue() {
      return false;
    }

    @Override
    public boolean mayOverlap() {
      return true;
    }

    @Override
    public boolean disturbsAtBegin() {
      return false;
    }

    @Override
    public boolean disturbsAtEnd() {
      return false;
    }

    @Override
    public List<DomainName> names() {
      return List.of();
    }

    @Override
    public void begin() {}

    @Override
    public void obtain() {}

    @Override
    public List<RenewalOutcome> complete() {
      return List.of(outcome);
    }

    @Override
    public boolean isRateLimited() {
      return false;
    }
  }

  /** One that may be due. The threads that call it take turns. */
  private final class CandidateRun implements LineageRun {

    private final LineageStore store;
    private Candidate candidate;
    private boolean due;
    private RenewalSteps.Renewal renewal;

    /** What went wrong; null while nothing has. */
    private Throwable failure;

    CandidateRun(Candidate candidate, LineageStore store) {
      this.candidate = candidate;
      this.store = store;
    }

    void decide() {
      candidate = deployed(candidate, store);
      Due found = new LineageFactsReader(now).due(candidate.lineage(), candidate.settings());
      due = found.isDue() || found == Due.ONLY_IF_REVOKED && isWanted(candidate, store);
    }

    @Override
    public boolean isDue() {
      return due;
    }

    @Override
    public boolean mayOverlap() {
      return asked(() -> steps.mayOverlap(candidate.settings()), false);
    }

    @Override
    public boolean disturbsAtBegin() {
      return asked(() -> steps.hasHooksBefore(candidate.settings()), true);
    }

    @Override
    public boolean disturbsAtEnd() {
      return asked(() -> steps.hasHooksAfter(candidate.settings()), true);
    }

    @Override
    public List<DomainName> names() {
      return candidate.names();
    }

    @Override
    public void begin() {
      attempt(
          () ->
              renewal = steps.begin(candidate.settings(), candidate.lineage(), candidate.names()));
    }

    @Override
    public void obtain() {
      if (failure == null) {
        attempt(renewal::obtain);
      }
    }

    @Override
    public List<RenewalOutcome> complete() {
      List<RenewalOutcome> outcomes = new ArrayList<>(2);
      if (failure == null) {
        attempt(() -> outcomes.add(settled()));
      }
      if (failure == null) {
        attempt(() -> steps.update(candidate.settings(), candidate.lineage(), candidate.names()));
      }
      if (failure != null) {
        outcomes.add(failed(candidate, failure));
      }
      return outcomes;
    }

    private RenewalOutcome settled() {
      if (due) {
        renewal.complete(store);
        return new RenewalOutcome.Renewed(candidate.fullchain(), candidate.names());
      }
      Lineage lineage = candidate.lineage();
      return new RenewalOutcome.NotDue(
          lineage.livePaths().fullchain(), lineage.latestCertificate().notAfter());
    }

    @Override
    public boolean isRateLimited() {
      return failure instanceof FailureException told
          && told.failure() instanceof Failure.Refused refused
          && refused.problem().isRateLimit();
    }

    /** What stands in the way of an answer is told when the lineage is renewed. */
    private boolean asked(BooleanSupplier question, boolean careful) {
      try {
        return question.getAsBoolean();
      } catch (RuntimeException e) {
        LOG.debug("Lineage {} is renewed alone", candidate.lineage().name(), e);
        return careful;
      }
    }

    /**
     * A fault of ours, or of a plugin, in one lineage must not keep the others from being renewed.
     */
    void attempt(Runnable step) {
      try {
        step.run();
      } catch (RuntimeException | LinkageError e) {
        failure = e;
      }
    }
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
