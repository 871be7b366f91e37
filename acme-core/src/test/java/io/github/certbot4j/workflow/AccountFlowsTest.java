package io.github.certbot4j.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.account.Account;
import io.github.certbot4j.config.AccountOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.crypto.AccountKeys;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountFlowsTest {

  @TempDir Path temp;
  private ScriptedDisplay display = ScriptedDisplay.unattended();
  private Workbench bench;

  @BeforeEach
  void prepare() {
    bench = new Workbench(temp);
  }

  @Test
  void a_second_registration_is_refused() {
    bench.account();
    assertThatThrownBy(() -> flows().register(bench.settings(), bench.accounts))
        .hasMessageContaining("update_account");
    assertThat(bench.gateway.registrations).isEmpty();
  }

  @Test
  void verbs_that_need_an_account_say_so_when_there_is_none() {
    assertThatThrownBy(() -> flows().update(bench.settings(), bench.accounts))
        .hasMessageContaining("certbot register");
    assertThatThrownBy(() -> flows().show(bench.settings(), bench.accounts))
        .hasMessageContaining("certbot register");
    assertThatThrownBy(() -> flows().unregister(bench.settings(), bench.accounts))
        .hasMessageContaining("certbot register");
  }

  @Test
  void contacts_are_replaced_or_with_an_empty_address_removed() {
    bench.account();
    flows().update(with(AccountOptions.EMAIL, "a@b.test,c@d.test"), bench.accounts);
    assertThat(display.shown()).contains("Your e-mail address was updated to a@b.test,c@d.test.");
    flows().update(with(AccountOptions.EMAIL, ""), bench.accounts);
    flows().update(with(AccountOptions.REGISTER_UNSAFELY_WITHOUT_EMAIL, true), bench.accounts);
    assertThat(bench.events())
        .containsExactly("contacts [a@b.test, c@d.test]", "contacts []", "contacts []");
    assertThat(display.shown())
        .endsWith("Any contact information associated with this account has been removed.");
  }

  @Test
  void an_account_is_shown_with_its_url_its_thumbprint_and_its_contacts() {
    Account account = bench.account();
    flows().show(bench.settings(), bench.accounts);
    assertThat(display.shown())
        .containsExactly(
            "Account details for server https://ca.test/directory:",
            "  Account URL: https://ca.test/account/1",
            "  Account Thumbprint: " + AccountKeys.thumbprint(account.keys().getPublic()),
            "  Email contact: none");
  }

  @Test
  void an_account_that_is_deactivated_is_gone_here_too() {
    bench.account();
    flows().unregister(bench.settings(), bench.accounts);
    assertThat(bench.events()).containsExactly("deactivate");
    assertThat(bench.accounts.list(Workbench.SERVER)).isEmpty();
    assertThat(display.shown()).endsWith("Account deactivated.");
  }

  @Test
  void who_changes_his_mind_keeps_the_account() {
    bench.account();
    display = ScriptedDisplay.answering("no");
    assertThatThrownBy(() -> flows().unregister(bench.settings(), bench.accounts))
        .hasMessageContaining("aborted");
    assertThat(bench.events()).isEmpty();
    assertThat(bench.accounts.list(Workbench.SERVER)).hasSize(1);
  }

  @Test
  void of_several_accounts_one_is_chosen_by_its_id_or_by_a_person() {
    Account first = bench.account();
    Account second = bench.account();
    Settings named = with(AccountOptions.ACCOUNT, second.id());
    assertThat(chosen(named).id()).isEqualTo(second.id());
    Account atTop = bench.accounts.list(Workbench.SERVER).get(0);
    display = ScriptedDisplay.answering("0");
    assertThat(chosen(bench.settings()).id()).isEqualTo(atTop.id());
    assertThat(display.shown()).contains(first.label(), second.label());
    display = ScriptedDisplay.answering(ScriptedDisplay.CANCEL);
    assertThatThrownBy(() -> chosen(bench.settings())).hasMessageContaining("--account");
  }

  @Test
  void an_account_that_is_not_there_is_named_with_its_server() {
    bench.account();
    assertThatThrownBy(() -> chosen(with(AccountOptions.ACCOUNT, "0123")))
        .hasMessageContaining("'0123'")
        .hasMessageContaining("https://ca.test/directory");
    assertThat(bench.gateway.registrations).isEmpty();
  }

  @Test
  void without_any_account_one_is_registered() {
    Settings settings = with(AccountOptions.REGISTER_UNSAFELY_WITHOUT_EMAIL, true);
    Account account = chosen(settings);
    assertThat(bench.accounts.list(Workbench.SERVER))
        .extracting(Account::id)
        .containsExactly(account.id());
  }

  private Account chosen(Settings settings) {
    return bench.accountChooser(display).choose(bench.accounts, settings).stored();
  }

  private <T> Settings with(OptionSpec<T> option, T value) {
    return bench.settings().with(option, value, Origin.COMMAND_LINE);
  }

  private AccountFlows flows() {
    return new AccountFlows(bench.accountChooser(display), bench.registrar(display), display);
  }
}
