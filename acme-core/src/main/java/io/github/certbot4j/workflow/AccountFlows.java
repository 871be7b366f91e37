package io.github.certbot4j.workflow;

import io.github.certbot4j.account.AccountStore;
import io.github.certbot4j.config.AccountOptions;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.crypto.AccountKeys;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The verbs about accounts: register, update, show, deactivate. */
public final class AccountFlows {

  private final AccountChooser chooser;
  private final Registrar registrar;
  private final Display display;

  public AccountFlows(AccountChooser chooser, Registrar registrar, Display display) {
    this.chooser = chooser;
    this.registrar = registrar;
    this.display = display;
  }

  /** {@code register}: makes an account where there is none yet. */
  public void register(Settings settings, AccountStore accounts) {
    if (!accounts.list(settings.get(PathOptions.SERVER)).isEmpty()) {
      throw FailureException.rejected(
          "There is an account for " + settings.get(PathOptions.SERVER) + " already.",
          "To change its e-mail address, use 'certbot update_account'.");
    }
    registrar.register(accounts, settings);
  }

  /** {@code update_account}: replaces the contact addresses at the server. */
  public void update(Settings settings, AccountStore accounts) {
    ActiveAccount account = existing(settings, accounts);
    List<String> emails = emails(settings);
    account.remote().updateContacts(emails);
    accounts.updateRegistration(account.stored());
    if (emails.isEmpty()) {
      display.line("Any contact information associated with this account has been removed.");
      return;
    }
    display.line("Your e-mail address was updated to " + String.join(",", emails) + ".");
    accounts.consentToEff(account.stored(), registrar.effConsent(settings) ? emails.get(0) : "");
  }

  /** {@code show_account}: what is known of the account here and at the server. */
  public void show(Settings settings, AccountStore accounts) {
    ActiveAccount account = existing(settings, accounts);
    List<String> contacts = new ArrayList<>();
    for (String contact : account.remote().contacts()) {
      contacts.add(contact.startsWith("mailto:") ? contact.substring("mailto:".length()) : contact);
    }
    display.line("Account details for server " + settings.get(PathOptions.SERVER) + ":");
    display.line("  Account URL: " + account.stored().location());
    display.line(
        "  Account Thumbprint: " + AccountKeys.thumbprint(account.stored().keys().getPublic()));
    display.line(
        switch (contacts.size()) {
          case 0 -> "  Email contact: none";
          case 1 -> "  Email contact: " + contacts.get(0);
          default -> "  Email contacts: " + String.join(", ", contacts);
        });
  }

  /** {@code unregister}: ends the account at the server, then forgets it here. */
  public void unregister(Settings settings, AccountStore accounts) {
    ActiveAccount account = existing(settings, accounts);
    boolean sure =
        display.yesNo(
            Question.atTerminal(
                "Deactivating an account cannot be undone. Certificates stay valid, but cannot be"
                    + " renewed or revoked with it. Are you sure?",
                ""),
            "Deactivate",
            "Abort",
            Optional.of(true));
    if (!sure) {
      throw FailureException.rejected("Deactivation aborted.", "");
    }
    account.remote().deactivate();
    accounts.delete(account.stored());
    display.line("Account deactivated.");
  }

  private ActiveAccount existing(Settings settings, AccountStore accounts) {
    return chooser
        .existing(accounts, settings)
        .orElseThrow(
            () ->
                FailureException.rejected(
                    "There is no account for " + settings.get(PathOptions.SERVER) + " here.",
                    "Register one with 'certbot register'."));
  }

  private List<String> emails(Settings settings) {
    Optional<String> given = settings.find(AccountOptions.EMAIL);
    if (given.isPresent()) {
      return EmailQuestion.split(given.get());
    }
    return settings.get(AccountOptions.REGISTER_UNSAFELY_WITHOUT_EMAIL)
        ? List.of()
        : new EmailQuestion(display).ask(false);
  }
}
