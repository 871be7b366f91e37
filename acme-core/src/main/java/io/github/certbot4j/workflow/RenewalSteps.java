package io.github.certbot4j.workflow;

import io.github.certbot4j.account.AccountStore;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.HookOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.hook.HookRunner;
import io.github.certbot4j.hook.HookSettings;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.Installer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of renewing one lineage that is due. */
public final class RenewalSteps {

  private static final Logger LOG = LoggerFactory.getLogger(RenewalSteps.class);

  private final AttemptStarter starter;
  private final Issuer issuer;
  private final HookRunner hooks;
  private final Surroundings around;
  private final PluginSource plugins;

  public RenewalSteps(
      AttemptStarter starter,
      Issuer issuer,
      HookRunner hooks,
      PluginSource plugins,
      Surroundings around) {
    this.starter = starter;
    this.issuer = issuer;
    this.hooks = hooks;
    this.plugins = plugins;
    this.around = around;
  }

  /**
   * Whether the lineage's certificate may be obtained while those of others are: its authenticator
   * shares nothing with other instances, and there is no server to be edited or reloaded.
   */
  boolean mayOverlap(Settings settings) {
    return plugins.worksSideBySide(settings);
  }

  /** Whether hooks would run before the certificate is obtained. */
  boolean hasHooksBefore(Settings settings) {
    return hooks.hasPre(HookOptionsReader.hooks(settings));
  }

  /** Whether hooks would run after it. */
  boolean hasHooksAfter(Settings settings) {
    return hooks.hasDeploy(HookOptionsReader.hooks(settings));
  }

  /** Begins a renewal: plugins, account, pre-hooks. Throws whatever is in the way. */
  Renewal begin(Settings settings, Lineage lineage, List<DomainName> names) {
    around.delay().beforeFirst(settings);
    Attempt attempt =
        starter.start(around.accounts().apply(DirectoryOptions.of(settings)), settings);
    HookSettings hookSettings = HookOptionsReader.hooks(attempt.settings());
    hooks.pre(hookSettings, true);
    hooks.postAtEnd(hookSettings);
    around.reporter().starting(attempt.settings(), names, true);
    return new Renewal(attempt, lineage, names);
  }

  /** A renewal that is under way. */
  final class Renewal {

    private final Attempt attempt;
    private final Lineage lineage;
    private final List<DomainName> names;
    private final Issuer.Successor successor;

    private Renewal(Attempt attempt, Lineage lineage, List<DomainName> names) {
      this.attempt = attempt;
      this.lineage = lineage;
      this.names = names;
      this.successor = issuer.begin(attempt, lineage, new Issuer.Names(names, names));
    }

    /** Gets the certificate; may run beside other renewals. */
    void obtain() {
      successor.obtain();
    }

    /** Stores it, runs the deploy hooks, and has the server use it. */
    void complete(LineageStore lineages) {
      successor.complete(lineages);
      String fullchain = lineage.livePaths().fullchain().toString();
      if (attempt.installer().isEmpty()) {
        around
            .display()
            .framed("new certificate deployed without reload, fullchain is " + fullchain);
        return;
      }
      PluginSource.NamedInstaller installer = attempt.installer().get();
      if (!attempt.settings().get(DecisionOptions.DRY_RUN)) {
        installer.installer().renewed(names, lineage.livePaths());
        installer.installer().restart();
      }
      around
          .display()
          .framed(
              "new certificate deployed with reload of "
                  + installer.name()
                  + " server; fullchain is "
                  + fullchain);
    }
  }

  /** Lets the lineage's installer do what it does at every run. */
  void update(Settings settings, Lineage lineage, List<DomainName> names) {
    boolean off =
        settings.get(DecisionOptions.DRY_RUN) || settings.get(HookOptions.DISABLE_RENEW_UPDATES);
    if (!off) {
      updater(settings).ifPresent(installer -> installer.update(names, lineage.livePaths()));
    }
  }

  private Optional<Installer> updater(Settings settings) {
    try {
      return plugins.updater(settings);
    } catch (FailureException e) {
      LOG.error("The installer's regular work was left out: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * What the steps use besides.
   *
   * @param accounts opens the account store below a configuration directory, which a lineage may
   *     name for itself
   * @param delay spreads unattended renewals over some minutes
   */
  public record Surroundings(
      Function<Directories, AccountStore> accounts,
      Display display,
      ObtainReporter reporter,
      RandomDelay delay) {}
}
