package io.github.certbot4j.workflow;

import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.HookOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.RenewalParams;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.crypto.KeyPairs;
import io.github.certbot4j.exec.UnwindStack;
import io.github.certbot4j.hook.HookRunner;
import io.github.certbot4j.hook.HookSettings;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.lineage.Material;
import io.github.certbot4j.lineage.NewCertificate;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.order.CertificateKey;
import io.github.certbot4j.plan.Planner;
import io.github.certbot4j.spi.OptionChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Obtains a certificate and makes it a lineage, or the next version of one; then deploy hooks run.
 */
public final class Issuer {

  private final CertificateObtainer obtainer;
  private final RenewalParams params;
  private final HookRunner hooks;
  private final UnwindStack unwind;

  public Issuer(
      CertificateObtainer obtainer, RenewalParams params, HookRunner hooks, UnwindStack unwind) {
    this.obtainer = obtainer;
    this.params = params;
    this.hooks = hooks;
    this.unwind = unwind;
  }

  /**
   * Makes a new lineage.
   *
   * @param wanted its name, to which a number is added when it is taken
   * @return the lineage; empty in a rehearsal, which keeps nothing
   */
  Optional<Lineage> issue(
      Attempt attempt, LineageStore store, CertName wanted, List<DomainName> names) {
    Settings settings = attempt.settings();
    CertificateKey key = KeyChooser.fresh(settings);
    CertificateObtainer.Obtained got = obtainer.obtain(attempt, wanted, names, key);
    if (settings.get(DecisionOptions.DRY_RUN)) {
      return Optional.empty();
    }
    Lineage lineage =
        unwind.uninterrupted(
            () ->
                store.create(
                    new NewCertificate(
                        wanted, material(got), params.toStore(withChoices(settings, attempt)))));
    got.recovery().forget();
    hooks.deployNew(HookOptionsReader.hooks(settings), domains(lineage.names()), live(lineage));
    return Optional.of(lineage);
  }

  /**
   * Makes the next version of a lineage.
   *
   * @param names the names of the new version
   * @return the lineage as it is now; empty in a rehearsal
   */
  Optional<Lineage> renew(Attempt attempt, LineageStore store, Lineage old, Names names) {
    Successor successor = begin(attempt, old, names);
    successor.obtain();
    return successor.complete(store);
  }

  /** Begins the next version of a lineage; nothing is asked of the CA yet. */
  Successor begin(Attempt attempt, Lineage old, Names names) {
    refuseTestOverReal(attempt.settings(), old);
    return new Successor(attempt, old, names, KeyChooser.successor(attempt.settings(), old));
  }

  /** The next version of a lineage, on its way. */
  final class Successor {

    private final Attempt attempt;
    private final Lineage old;
    private final Names names;
    private final CertificateKey key;
    private CertificateObtainer.Obtained got;

    private Successor(Attempt attempt, Lineage old, Names names, CertificateKey key) {
      this.attempt = attempt;
      this.old = old;
      this.names = names;
      this.key = key;
    }

    /** Gets the certificate; may run beside others of its kind. */
    void obtain() {
      got = obtainer.obtain(attempt, old.name(), names.requested(), key);
      // An order that an earlier run completed and stored must not be stored a second time.
      if (got.issued().chain().leaf().equals(old.latestCertificate())) {
        got.recovery().forget();
        got = obtainer.obtain(attempt, old.name(), names.requested(), key);
      }
    }

    /**
     * Stores it and runs the deploy hooks.
     *
     * @return the lineage as it is now; empty in a rehearsal
     */
    Optional<Lineage> complete(LineageStore store) {
      Settings settings =
          key instanceof CertificateKey.Existing present
              ? describing(attempt.settings(), present)
              : attempt.settings();
      HookSettings hookSettings = HookOptionsReader.hooks(settings);
      if (settings.get(DecisionOptions.DRY_RUN)) {
        rehearseDeploy(settings, hookSettings, names, live(old));
        return Optional.empty();
      }
      Lineage renewed =
          unwind.uninterrupted(
              () ->
                  store.deployPending(
                      store.addVersion(
                          old, material(got), params.toStore(withChoices(settings, attempt)))));
      got.recovery().forget();
      hooks.deployRenewed(hookSettings, names.announced(), live(renewed));
      return Optional.of(renewed);
    }
  }

  private void rehearseDeploy(
      Settings settings, HookSettings hookSettings, Names names, Path live) {
    if (settings.get(HookOptions.RUN_DEPLOY_HOOKS)) {
      hooks.deployRenewed(hookSettings, names.announced(), live);
    } else {
      hooks.skipDeploy(hookSettings);
    }
  }

  /** What the authenticator found out while it worked, such as the user's answers, is kept too. */
  static Settings withChoices(Settings settings, Attempt attempt) {
    Settings result = settings;
    for (OptionChoice<?> choice : attempt.authenticator().choices()) {
      result = with(result, choice);
    }
    return result;
  }

  private static <T> Settings with(Settings settings, OptionChoice<T> choice) {
    return settings
        .with(choice.option(), choice.value(), Origin.DERIVED)
        .markedAsSet(choice.option());
  }

  private static Settings describing(Settings settings, CertificateKey.Existing key) {
    return KeyPairs.specOf(key.keys().getPublic())
        .map(spec -> KeyChooser.describing(settings, spec))
        .orElse(settings);
  }

  private static void refuseTestOverReal(Settings settings, Lineage old) {
    boolean test = settings.get(PathOptions.SERVER).isStaging();
    if (test
        && !LineageFactsReader.isFromStaging(old)
        && !settings.get(DecisionOptions.BREAK_MY_CERTS)) {
      throw new FailureException(Planner.stagingOverReal(old.name()));
    }
  }

  private static Material material(CertificateObtainer.Obtained got) {
    return Material.of(got.issued().chain(), got.issued().keyPem().orElseThrow());
  }

  private static Path live(Lineage lineage) {
    return lineage.livePaths().cert().getParent();
  }

  private static List<DomainName> domains(List<String> names) {
    return names.stream().map(DomainName::parse).toList();
  }

  /**
   * The names of a renewal.
   *
   * @param requested what the new version is for
   * @param announced what deploy hooks are told
   */
  record Names(List<DomainName> requested, List<DomainName> announced) {}
}
