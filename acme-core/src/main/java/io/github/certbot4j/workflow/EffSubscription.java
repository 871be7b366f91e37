package io.github.certbot4j.workflow;

import io.github.certbot4j.account.Account;
import io.github.certbot4j.account.AccountStore;
import io.github.certbot4j.acme.EffMailingList;
import io.github.certbot4j.spi.Display;
import java.util.Optional;

/**
 * Passes on the e-mail address that a user agreed to give to the EFF, after the first success with
 * the account; then forgets it, whatever the answer.
 */
public final class EffSubscription {

  private final EffMailingList list;
  private final Display display;

  public EffSubscription(EffMailingList list, Display display) {
    this.list = list;
    this.display = display;
  }

  void afterSuccess(Account account, AccountStore accounts) {
    Optional<String> email = account.registerToEff();
    if (email.isEmpty()) {
      return;
    }
    Optional<String> problem = list.subscribe(email.get());
    problem.ifPresent(
        reason ->
            display.line(
                "Your e-mail address could not be given to the EFF: "
                    + reason
                    + ". You can subscribe at https://act.eff.org yourself."));
    accounts.consentToEff(account, "");
  }
}
