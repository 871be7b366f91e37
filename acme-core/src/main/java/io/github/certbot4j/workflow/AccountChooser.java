package io.github.certbot4j.workflow;

import io.github.certbot4j.account.Account;
import io.github.certbot4j.account.AccountStore;
import io.github.certbot4j.config.AccountOptions;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.Question;
import java.util.List;
import java.util.Optional;

/** Finds the account to use at a server, and registers one where there is none. */
public final class AccountChooser {

  private final Gateways gateways;
  private final Display display;
  private final Registrar registrar;

  public AccountChooser(Gateways gateways, Display display, Registrar registrar) {
    this.gateways = gateways;
    this.display = display;
    this.registrar = registrar;
  }

  /**
   * The account that the settings name, the only one there is, the one that the user picks, or a
   * new one.
   */
  ActiveAccount choose(AccountStore accounts, Settings settings) {
    Account account =
        stored(accounts, settings).orElseGet(() -> registrar.register(accounts, settings));
    return activate(account, settings);
  }

  /** Like {@link #choose}, but never registers. */
  Optional<ActiveAccount> existing(AccountStore accounts, Settings settings) {
    return stored(accounts, settings).map(account -> activate(account, settings));
  }

  private ActiveAccount activate(Account account, Settings settings) {
    return new ActiveAccount(
        account, gateways.to(settings).account(account.keys(), account.location()));
  }

  private Optional<Account> stored(AccountStore accounts, Settings settings) {
    AcmeServer server = settings.get(PathOptions.SERVER);
    Optional<String> id = settings.find(AccountOptions.ACCOUNT);
    if (id.isPresent()) {
      return Optional.of(
          accounts
              .load(server, id.get())
              .orElseThrow(
                  () ->
                      FailureException.rejected(
                          "There is no account '" + id.get() + "' for " + server + ".",
                          "See 'certbot show_account', or leave out --account.")));
    }
    List<Account> all = accounts.list(server);
    if (all.size() < 2) {
      return all.stream().findFirst();
    }
    Question question =
        Question.forced("There are several accounts for " + server + ". Which one?", "--account");
    Optional<Integer> choice =
        display.menu(question, all.stream().map(Account::label).toList(), Optional.empty());
    return Optional.of(
        all.get(
            choice.orElseThrow(
                () ->
                    FailureException.rejected(
                        "No account was chosen.", "Name one with --account."))));
  }
}
