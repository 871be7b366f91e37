package io.github.certbot4j.workflow;

import io.github.certbot4j.account.AccountStore;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.lineage.Lineage;
import java.util.Optional;

/** What follows when a certificate was obtained. */
public final class ObtainEnding {

  private final ObtainReporter reporter;
  private final EffSubscription eff;

  public ObtainEnding(ObtainReporter reporter, EffSubscription eff) {
    this.reporter = reporter;
    this.eff = eff;
  }

  ObtainReporter reporter() {
    return reporter;
  }

  /**
   * Tells the user, and does what waited for a first success with the account.
   *
   * @param lineage the lineage made or renewed; empty after a rehearsal
   */
  void succeeded(Attempt attempt, Optional<Lineage> lineage, AccountStore accounts) {
    reporter.done(attempt.settings(), lineage);
    if (!attempt.settings().get(DecisionOptions.DRY_RUN)) {
      eff.afterSuccess(attempt.account().stored(), accounts);
    }
  }
}
