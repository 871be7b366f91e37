package io.github.certbot4j.workflow;

import io.github.certbot4j.account.AccountStore;
import io.github.certbot4j.config.AccountOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.Settings;

/** Makes everything ready for an attempt: chooses plugins, then the account. */
public final class AttemptStarter {

  private final PluginSource plugins;
  private final AccountChooser accounts;

  public AttemptStarter(PluginSource plugins, AccountChooser accounts) {
    this.plugins = plugins;
    this.accounts = accounts;
  }

  /**
   * Starts.
   *
   * @throws io.github.certbot4j.model.FailureException when a plugin or the account is missing or
   *     unusable; no hook may run then
   */
  Attempt start(AccountStore store, Settings settings) {
    PluginSource.Chosen chosen = plugins.forObtaining(settings);
    ActiveAccount account = accounts.choose(store, chosen.settings());
    Settings complete =
        chosen
            .settings()
            .with(AccountOptions.ACCOUNT, account.stored().id(), Origin.DERIVED)
            .markedAsSet(AccountOptions.ACCOUNT);
    return new Attempt(complete, account, chosen.authenticator(), chosen.installer());
  }
}
