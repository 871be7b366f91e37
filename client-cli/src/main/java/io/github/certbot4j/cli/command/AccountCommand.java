package io.github.certbot4j.cli.command;

import io.github.certbot4j.account.AccountStore;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.workflow.AccountFlows;

/** The verbs about accounts. */
final class AccountCommand implements Command {

  @Override
  public void run(RunContext context) {
    try (FlowFactory flows = new FlowFactory(context)) {
      AccountFlows accountFlows = flows.accounts();
      AccountStore store = flows.accountStore();
      Settings settings = context.settings();
      switch (context.verb()) {
        case REGISTER -> accountFlows.register(settings, store);
        case UPDATE_ACCOUNT -> accountFlows.update(settings, store);
        case UNREGISTER -> accountFlows.unregister(settings, store);
        case SHOW_ACCOUNT -> accountFlows.show(settings, store);
        default -> throw new IllegalStateException("not about accounts: " + context.verb());
      }
    }
  }
}
