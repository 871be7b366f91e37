package io.github.certbot4j.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.account.Account;
import io.github.certbot4j.acme.DirectoryMeta;
import io.github.certbot4j.acme.Registration;
import io.github.certbot4j.config.AccountOptions;
import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.model.AcmeProblem;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrarTest {

  private static final String ADDRESS = "admin@a.test";

  @TempDir Path temp;
  private Workbench bench;

  @BeforeEach
  void prepare() {
    bench = new Workbench(temp);
  }

  @Test
  void an_account_is_stored_once_the_server_has_accepted_it() {
    ScriptedDisplay display = ScriptedDisplay.unattended();
    Account account = register(display, with(AccountOptions.EMAIL, "a@a.test, b@a.test"));
    assertThat(sent().emails()).containsExactly("a@a.test", "b@a.test");
    assertThat(bench.accounts.list(Workbench.SERVER))
        .extracting(Account::id)
        .containsExactly(account.id());
    assertThat(display.shown()).startsWith("Account registered.");
  }

  @Test
  void nothing_is_stored_when_the_server_refuses() {
    bench.gateway.refusals.add(refusal("invalidContact"));
    assertThatThrownBy(
            () -> register(ScriptedDisplay.unattended(), with(AccountOptions.EMAIL, ADDRESS)))
        .hasMessageContaining("no such domain");
    assertThat(bench.accounts.list(Workbench.SERVER)).isEmpty();
  }

  @Test
  void a_person_may_correct_an_address_that_the_server_refuses() {
    bench.gateway.refusals.add(refusal("invalidContact"));
    bench.gateway.refusals.add(refusal("unsupportedContact"));
    ScriptedDisplay display = ScriptedDisplay.answering("b@a.test", "c@a.test", "no");
    register(display, with(AccountOptions.EMAIL, ADDRESS));
    assertThat(bench.gateway.registrations)
        .extracting(Registration::emails)
        .containsExactly(List.of(ADDRESS), List.of("b@a.test"), List.of("c@a.test"));
    assertThat(bench.accounts.list(Workbench.SERVER)).hasSize(1);
  }

  @Test
  void another_refusal_is_no_matter_of_the_address() {
    bench.gateway.refusals.add(refusal("rateLimited"));
    assertThatThrownBy(
            () -> register(ScriptedDisplay.answering(), with(AccountOptions.EMAIL, ADDRESS)))
        .isInstanceOf(FailureException.class);
    assertThat(bench.gateway.registrations).hasSize(1);
  }

  @Test
  void an_address_is_asked_for_unless_none_is_wanted() {
    register(ScriptedDisplay.answering(ADDRESS, "no"), bench.settings());
    assertThat(sent().emails()).containsExactly(ADDRESS);
    register(
        ScriptedDisplay.unattended(), with(AccountOptions.REGISTER_UNSAFELY_WITHOUT_EMAIL, true));
    assertThat(sent().emails()).isEmpty();
  }

  @Test
  void a_rehearsal_registers_without_address_and_asks_for_none() {
    Settings rehearsal = bench.settings().with(DecisionOptions.DRY_RUN, true, Origin.COMMAND_LINE);
    register(ScriptedDisplay.unattended(), rehearsal);
    assertThat(sent().emails()).isEmpty();
    register(
        ScriptedDisplay.unattended(),
        rehearsal.with(AccountOptions.EMAIL, ADDRESS, Origin.COMMAND_LINE));
    assertThat(sent().emails()).isEmpty();
  }

  @Test
  void terms_of_service_must_be_agreed_to() {
    bench.gateway.meta =
        new DirectoryMeta(Optional.of(URI.create("https://ca.test/terms")), false, Map.of(), false);
    Settings settings = with(AccountOptions.REGISTER_UNSAFELY_WITHOUT_EMAIL, true);
    ScriptedDisplay refusing = ScriptedDisplay.answering("no");
    assertThatThrownBy(() -> register(refusing, settings))
        .hasMessageStartingWith("Unable to register an account")
        .hasMessageContaining("https://ca.test/terms");
    assertThat(bench.gateway.registrations).isEmpty();
    register(ScriptedDisplay.answering("yes"), settings);
    assertThat(sent().termsAgreed()).isTrue();
    register(
        ScriptedDisplay.unattended(), settings.with(AccountOptions.TOS, true, Origin.COMMAND_LINE));
    assertThat(bench.gateway.registrations).hasSize(2);
  }

  @Test
  void an_external_binding_needs_both_halves_and_keeps_its_key_to_itself() {
    Settings half = with(AccountOptions.EAB_KID, "kid-1");
    assertThatThrownBy(() -> register(ScriptedDisplay.unattended(), half))
        .hasMessageContaining("--eab-hmac-key");
    register(
        ScriptedDisplay.unattended(),
        half.with(AccountOptions.EAB_HMAC_KEY, "c2VjcmV0", Origin.COMMAND_LINE)
            .with(AccountOptions.REGISTER_UNSAFELY_WITHOUT_EMAIL, true, Origin.COMMAND_LINE));
    assertThat(sent().binding().orElseThrow().kid()).isEqualTo("kid-1");
    assertThat(sent().toString()).doesNotContain("c2VjcmV0");
  }

  @Test
  void a_server_that_wants_an_external_binding_is_not_asked_without() {
    bench.gateway.meta = new DirectoryMeta(Optional.empty(), true, Map.of(), false);
    assertThatThrownBy(
            () ->
                register(
                    ScriptedDisplay.unattended(),
                    with(AccountOptions.REGISTER_UNSAFELY_WITHOUT_EMAIL, true)))
        .hasMessageContaining("--eab-kid");
    assertThat(bench.gateway.registrations).isEmpty();
  }

  @Test
  void a_key_size_that_is_too_small_is_refused_in_the_words_of_the_option() {
    Settings small =
        with(CertificateOptions.RSA_KEY_SIZE, 512)
            .with(AccountOptions.REGISTER_UNSAFELY_WITHOUT_EMAIL, true, Origin.COMMAND_LINE);
    assertThatThrownBy(() -> register(ScriptedDisplay.unattended(), small))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("--rsa-key-size");
  }

  @Test
  void consent_to_share_the_address_is_remembered_until_it_is_used() {
    Account shared =
        register(
            ScriptedDisplay.unattended(),
            with(AccountOptions.EMAIL, ADDRESS)
                .with(AccountOptions.EFF_EMAIL, true, Origin.COMMAND_LINE));
    assertThat(shared.registerToEff()).contains(ADDRESS);
    Account silent = register(ScriptedDisplay.unattended(), with(AccountOptions.EMAIL, ADDRESS));
    assertThat(silent.registerToEff()).isEmpty();
  }

  private <T> Settings with(OptionSpec<T> option, T value) {
    return bench.settings().with(option, value, Origin.COMMAND_LINE);
  }

  private Account register(ScriptedDisplay display, Settings settings) {
    return bench.registrar(display).register(bench.accounts, settings);
  }

  private Registration sent() {
    return bench.gateway.registrations.get(bench.gateway.registrations.size() - 1);
  }

  private static FailureException refusal(String type) {
    return new FailureException(
        new Failure.Refused(new AcmeProblem(type, "no such domain", Optional.empty()), ""));
  }
}
