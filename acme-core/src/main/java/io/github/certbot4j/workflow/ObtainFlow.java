package io.github.certbot4j.workflow;

import io.github.certbot4j.account.AccountStore;
import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.exec.UnwindStack;
import io.github.certbot4j.hook.HookRunner;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.plan.Decision;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code certonly}, and the first half of {@code run}: finds out what a request means, and obtains
 * the certificate it asks for.
 */
public final class ObtainFlow {

  private final AttemptStarter starter;
  private final RequestDecider decider;
  private final Issuer issuer;
  private final HookRunner hooks;
  private final ObtainEnding ending;

  public ObtainFlow(
      AttemptStarter starter,
      RequestDecider decider,
      Issuer issuer,
      HookRunner hooks,
      ObtainEnding ending) {
    this.starter = starter;
    this.decider = decider;
    this.issuer = issuer;
    this.hooks = hooks;
    this.ending = ending;
  }

  /**
   * Runs the flow and reports what came of it.
   *
   * @param unwind where the post-hook is registered in case of an interruption
   * @throws FailureException when the request is refused or can't be met
   */
  public void run(
      Settings settings, LineageStore lineages, AccountStore accounts, UnwindStack unwind) {
    ObtainResult result = obtain(settings, lineages, accounts, unwind);
    if (result.change() == ObtainResult.Change.KEPT) {
      ending.reporter().kept();
    }
  }

  /** As {@link #run}, but says nothing when the certificate was kept. */
  ObtainResult obtain(
      Settings settings, LineageStore lineages, AccountStore accounts, UnwindStack unwind) {
    Attempt attempt = starter.start(accounts, settings);
    Decision decision = decider.decide(attempt, lineages);
    if (decision instanceof Decision.Keep keep) {
      decider.deployPending(keep, lineages);
      Lineage kept = decider.lineage(lineages, keep.lineage());
      return new ObtainResult(attempt, Optional.of(kept), ObtainResult.Change.KEPT);
    } else if (decision instanceof Decision.Issue issue) {
      ending.reporter().starting(attempt.settings(), issue.names(), false);
      Optional<Lineage> made =
          withHooks(
              attempt.settings(),
              unwind,
              () -> issuer.issue(attempt, lineages, issue.wanted(), issue.names()));
      ending.succeeded(attempt, made, accounts);
      return new ObtainResult(attempt, made, ObtainResult.Change.ISSUED);
    } else if (decision instanceof Decision.Renew renew) {
      return renew(attempt, renew, new Places(lineages, accounts, unwind));
    } else {
      throw new FailureException(((Decision.Refuse) decision).failure());
    }
  }

  private ObtainResult renew(Attempt attempt, Decision.Renew renew, Places places) {
    Lineage old = decider.lineage(places.lineages(), renew.lineage());
    Attempt keeping = attempt.with(keepingKeyType(attempt.settings(), old));
    List<DomainName> names = renew.names();
    ending.reporter().starting(keeping.settings(), names, true);
    Optional<Lineage> renewed =
        withHooks(
            keeping.settings(),
            places.unwind(),
            () -> issuer.renew(keeping, places.lineages(), old, new Issuer.Names(names, names)));
    ending.succeeded(keeping, renewed, places.accounts());
    return new ObtainResult(keeping, renewed, ObtainResult.Change.RENEWED);
  }

  /** A key type that nobody chose in this run stays what it is. */
  private static Settings keepingKeyType(Settings settings, Lineage old) {
    return settings.isSetByUser(CertificateOptions.KEY_TYPE)
        ? settings
        : settings.with(
            CertificateOptions.KEY_TYPE, LineageFactsReader.keyKind(old), Origin.DERIVED);
  }

  private Optional<Lineage> withHooks(
      Settings settings, UnwindStack unwind, Supplier<Optional<Lineage>> attempt) {
    return new PrePostHooks(hooks, unwind).around(settings, attempt);
  }

  /** Where a run works. */
  private record Places(LineageStore lineages, AccountStore accounts, UnwindStack unwind) {}
}
