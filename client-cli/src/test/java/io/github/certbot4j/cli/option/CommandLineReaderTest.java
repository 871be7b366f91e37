package io.github.certbot4j.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.config.AccountOptions;
import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.EnhancementOptions;
import io.github.certbot4j.config.GeneralOptions;
import io.github.certbot4j.config.HookOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.PluginOptions;
import io.github.certbot4j.config.RevocationReason;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.config.VerbOptions;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.Failure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineReaderTest {

  @TempDir private Path directory;
  private Lines lines;

  @BeforeEach
  void setUp() {
    lines = new Lines(directory);
  }

  @Test
  void an_empty_line_runs_with_defaults() {
    Invocation.Act act = lines.act();
    assertThat(act.verb()).isEqualTo(Verb.RUN);
    assertThat(act.settings().keys()).isEmpty();
    assertThat(act.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-nh", "--hel"})
  void help_hidden_in_a_word_shows_the_overview(String word) {
    assertThat(lines.read("renew", word)).isEqualTo(new Invocation.ShowHelp(List.of()));
  }

  @Test
  void the_version_may_be_cut_short() {
    assertThat(lines.read("--vers")).isEqualTo(new Invocation.ShowVersion());
  }

  @Test
  void of_several_values_the_last_counts() {
    Settings settings =
        lines.settings(
            "plugins",
            "--key-type",
            "rsa",
            "--redirect",
            "--key-type=ecdsa",
            "--no-redirect",
            "-v",
            "-vv");
    assertThat(settings.get(CertificateOptions.KEY_TYPE)).isEqualTo("ecdsa");
    assertThat(settings.find(EnhancementOptions.REDIRECT)).contains(false);
    assertThat(settings.get(GeneralOptions.VERBOSE_COUNT)).isEqualTo(3);
  }

  @Test
  void names_are_normalised_kept_in_order_and_never_repeated() {
    assertThat(
            lines
                .settings(
                    "certonly",
                    "-d",
                    "B.example, a.example.",
                    "--domain",
                    "b.example",
                    "-d*.a.example")
                .get(CertificateOptions.DOMAINS))
        .containsExactly(
            new DomainName("b.example"),
            new DomainName("a.example"),
            new DomainName("*.a.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b", "1.2.3.4", "https://a.example", "a.example,", "\u00e4.example"})
  void a_bad_name_cannot_be_done(String name) {
    assertThat(lines.failure("certonly", "-d", name)).isInstanceOf(Failure.Rejected.class);
  }

  @ParameterizedTest
  @CsvSource({
    "--rsa-key-size big, --rsa-key-size",
    "--max-log-backups -1, --max-log-backups",
    "--issuance-timeout=-1, --issuance-timeout",
    "--reason foo, --reason",
    "--key-type dsa, --key-type",
    "--preferred-challenges tls-sni-01, --preferred-challenges",
    "--user-agent-comment (x), --user-agent-comment",
    "--csr none.pem, none.pem",
    "--init=x, --init",
    "-m, -m/--email",
    "--tls-sni-01-port 443, --tls-sni-01-port",
    "--ip-address 192.0.2.1, --ip-address",
  })
  void a_malformed_option_is_a_usage_error_that_names_it(String line, String named) {
    Failure failure = lines.failure(("certonly " + line).split(" "));
    assertThat(failure).isInstanceOf(Failure.Usage.class);
    assertThat(failure.what()).contains(named);
  }

  @ParameterizedTest
  @CsvSource({
    "certony, certonly",
    "--dry-runn, --dry-run",
    "--webroot-paht=/x, --webroot-path",
  })
  void a_mistyped_word_is_answered_by_the_nearest_known_one(String word, String nearest) {
    Failure failure = lines.failure(word);
    assertThat(failure).isInstanceOf(Failure.Usage.class);
    assertThat(failure.advice()).isEqualTo("Did you mean " + nearest + "?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plugins renew",
        "plugins help",
        "certonly -d a.example b.example",
        "plugins --",
        "plugins -- x",
        "plugins -"
      })
  void words_too_many_are_usage_errors(String line) {
    Failure failure = lines.failure(line.split(" "));
    assertThat(failure).isInstanceOf(Failure.Usage.class);
    assertThat(failure.what()).contains("is not the argument of any option");
  }

  @Test
  void whole_numbers_are_read_as_generously_as_by_the_original() {
    assertThat(lines.settings("rollback", "--checkpoints", "1_0").get(VerbOptions.CHECKPOINTS))
        .isEqualTo(10);
    assertThat(lines.settings("rollback", "--checkpoints= +8 ").get(VerbOptions.CHECKPOINTS))
        .isEqualTo(8);
  }

  @Test
  void a_reason_may_be_written_in_capitals() {
    Settings settings = lines.settings("revoke", "--reason", "KeyCompromise");
    assertThat(settings.get(VerbOptions.REASON)).isEqualTo(RevocationReason.KEYCOMPROMISE);
    assertThat(settings.get(VerbOptions.REASON).code()).isEqualTo(1);
  }

  @Test
  void every_use_of_a_deprecated_option_is_warned_of_and_sets_nothing() {
    Invocation.Act act =
        lines.act("plugins", "--no-bootstrap", "--no-bootstrap", "--manual-public-ip-logging-ok");
    assertThat(act.warnings()).hasSize(3).allMatch(text -> text.contains("no effect"));
    assertThat(act.settings().keys()).isEmpty();
  }

  @Test
  void paths_become_absolute_without_expansion() {
    Settings settings =
        lines.settings(
            "install",
            "--cert-path",
            "c/../cert.pem",
            "--key-path",
            "~/key.pem",
            "--config-dir",
            "./etc",
            "--logs-dir",
            "/var/log/x/");
    assertThat(settings.find(PathOptions.CERT_PATH)).contains(directory + "/cert.pem");
    assertThat(settings.find(PathOptions.KEY_PATH)).contains(directory + "/~/key.pem");
    assertThat(settings.get(PathOptions.CONFIG_DIR)).isEqualTo(directory + "/etc");
    assertThat(settings.get(PathOptions.LOGS_DIR)).isEqualTo("/var/log/x");
    assertThat(settings.isSetByUser(PathOptions.LOGS_DIR)).isTrue();
  }

  @Test
  void a_deploy_hook_is_a_renew_hook_too() {
    Settings settings =
        lines.settings("renew", "--deploy-hook", "reload", "--disable-hook-validation");
    assertThat(settings.find(HookOptions.RENEW_HOOK)).contains("reload");
    assertThat(settings.isSetByUser(HookOptions.RENEW_HOOK)).isTrue();
    assertThat(
            lines
                .settings("renew", "--renew-hook", "reload", "--disable-hook-validation")
                .find(HookOptions.DEPLOY_HOOK))
        .isEmpty();
  }

  @Test
  void two_different_hooks_for_one_event_are_a_usage_error() {
    assertThat(lines.failure("renew", "--renew-hook", "a", "--deploy-hook", "b"))
        .isInstanceOf(Failure.Usage.class);
    assertThat(
            lines.act(
                "renew", "--renew-hook", "a", "--deploy-hook", "a", "--disable-hook-validation"))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "--standalone, true, false",
    "-a nginx, true, false",
    "-i nginx, false, true",
    "--nginx, true, true",
    "--apache, true, true",
    "--configurator nginx, true, true",
    "--dns-google, true, false",
    "-n, false, false",
  })
  void choosing_a_plugin_sets_the_roles_it_is_for(
      String line, boolean authenticator, boolean installer) {
    Settings settings = lines.settings(("renew " + line).split(" "));
    assertThat(settings.isSetByUser(PluginOptions.AUTHENTICATOR)).isEqualTo(authenticator);
    assertThat(settings.isSetByUser(PluginOptions.INSTALLER)).isEqualTo(installer);
  }

  @ParameterizedTest
  @CsvSource({
    "--server https://ca.example/dir, true",
    "--staging, true",
    "--dry-run, true",
    "-n, false",
  })
  void choosing_a_server_frees_from_the_stored_account(String line, boolean chosen) {
    Settings settings = lines.settings(("renew " + line).split(" "));
    assertThat(settings.isSetByUser(PathOptions.SERVER)).isEqualTo(chosen);
    assertThat(settings.isSetByUser(AccountOptions.ACCOUNT)).isEqualTo(chosen);
  }

  @Test
  void renewal_and_quietness_ask_nothing() {
    for (String line : List.of("renew", "certonly -q")) {
      Settings settings = lines.settings(line.split(" "));
      assertThat(settings.get(GeneralOptions.NONINTERACTIVE_MODE)).isTrue();
      assertThat(settings.origin(GeneralOptions.NONINTERACTIVE_MODE)).isEqualTo(Origin.DERIVED);
    }
  }

  @Test
  void renewal_takes_no_names_unless_a_map_accounts_for_them() {
    assertThat(lines.failure("renew", "-d", "a.example")).isInstanceOf(Failure.Rejected.class);
    assertThat(lines.failure("renew", "-w", directory.toString(), "-d", "a.example").what())
        .contains("a.example");
    assertThat(
            lines.act(
                "renew",
                "-d",
                "a.example",
                "--webroot-map",
                "{\"a.example\":\"" + directory + "\"}"))
        .isNotNull();
  }

  @Test
  void the_server_has_to_be_a_url() {
    assertThat(lines.failure("certonly", "--server", "ca.example"))
        .isInstanceOf(Failure.Rejected.class);
  }
}
