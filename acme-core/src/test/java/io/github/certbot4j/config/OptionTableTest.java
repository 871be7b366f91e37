package io.github.certbot4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionSpec.Stored;
import io.github.certbot4j.spi.OptionTypes;
import io.github.certbot4j.spi.SharedOptions;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OptionTableTest {

  private static final List<Class<?>> GROUPS =
      List.of(
          GeneralOptions.class,
          PathOptions.class,
          AccountOptions.class,
          CertificateOptions.class,
          DecisionOptions.class,
          ChallengeOptions.class,
          HookOptions.class,
          NetworkOptions.class,
          EnhancementOptions.class,
          VerbOptions.class,
          PluginOptions.class,
          SharedOptions.class);

  private final OptionTable table = OptionTable.core();

  @Test
  void every_declared_constant_is_in_the_table() throws IllegalAccessException {
    List<OptionSpec<?>> declared = new ArrayList<>(PluginOptions.DNS);
    for (Class<?> group : GROUPS) {
      for (Field field : group.getDeclaredFields()) {
        if (Modifier.isPublic(field.getModifiers()) && field.getType() == OptionSpec.class) {
          OptionSpec<?> option = (OptionSpec<?>) field.get(null);
          assertThat(field.getName()).isEqualToIgnoringCase(option.key());
          declared.add(option);
        }
      }
    }
    assertThat(table.options()).containsExactlyInAnyOrderElementsOf(declared);
  }

  static Stream<OptionSpec<?>> options() {
    return OptionTable.core().options().stream();
  }

  @ParameterizedTest
  @MethodSource("options")
  void what_help_shows_has_a_topic_and_a_description_of_one_or_more_sentences(
      OptionSpec<?> option) {
    assertThat(option.names().size() + option.negativeNames().size()).isPositive();
    if (!option.names().isEmpty() && !option.hidden()) {
      assertThat(option.topics()).isNotEmpty();
      assertThat(option.description()).endsWith(".");
    }
    if (!option.negativeNames().isEmpty() && !option.negativeHidden()) {
      assertThat(option.negativeTopics()).isNotEmpty();
      assertThat(option.negativeDescription()).endsWith(".");
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void names_have_the_form_that_parsers_expect(OptionSpec<?> option) {
    List<String> names = new ArrayList<>(option.names());
    names.addAll(option.negativeNames());
    assertThat(names).allMatch(name -> name.matches("-[a-z]|--[a-z0-9][a-z0-9-]+"));
    assertThat(option.key()).matches("[a-z0-9_]+");
  }

  @ParameterizedTest
  @MethodSource("options")
  void a_default_survives_being_written_and_read(OptionSpec<?> option) {
    assertThat(rewritten(option)).isEqualTo(option.defaultValue());
  }

  private static <T> java.util.Optional<T> rewritten(OptionSpec<T> option) {
    boolean count = option == (Object) GeneralOptions.VERBOSE_COUNT;
    return count
        ? option.defaultValue()
        : option.defaultValue().map(value -> option.type().parse(option.type().format(value)));
  }

  @Test
  void names_and_keys_are_found() {
    assertThat(table.byName("--domain"))
        .contains(new OptionTable.Name("--domain", CertificateOptions.DOMAINS, false));
    assertThat(table.byName("--no-redirect"))
        .contains(new OptionTable.Name("--no-redirect", EnhancementOptions.REDIRECT, true));
    assertThat(table.byName("--dom")).isEmpty();
    assertThat(table.byKey("renew_hook")).contains(HookOptions.RENEW_HOOK);
    assertThat(table.byKey("ip_addresses")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-n         | noninteractive_mode | false              | NEVER",
        "-m         | email               | -                  | NEVER",
        "--keep     | reinstall           | false              | NEVER",
        "--renew-by-default | renew_by_default | false         | NEVER",
        "--no-autorenew | autorenew       | true               | WHEN_RELEVANT",
        "--http-01-port | http01_port     | 80                 | WHEN_RELEVANT",
        "--https-port | https_port        | 443                | NEVER",
        "--rsa-key-size | rsa_key_size    | 2048               | WHEN_RELEVANT",
        "--key-type | key_type            | rsa                | WHEN_RELEVANT",
        "--elliptic-curve | elliptic_curve | secp256r1         | WHEN_RELEVANT",
        "--deploy-hook | deploy_hook      | -                  | NEVER",
        "--renew-hook | renew_hook        | -                  | WHEN_RELEVANT",
        "--config-dir | config_dir        | /etc/letsencrypt   | WHEN_RELEVANT",
        "--logs-dir | logs_dir            | /var/log/letsencrypt | WHEN_RELEVANT",
        "--max-log-backups | max_log_backups | 1000            | NEVER",
        "--eff-email | eff_email          | -                  | NEVER",
        "--preferred-chain | preferred_chain | -               | WHEN_RELEVANT",
        "--user-agent-comment | user_agent_comment | -         | NEVER",
        "--test-cert | staging            | false              | NEVER",
        "-i         | installer           | -                  | WHEN_RELEVANT",
        "--dns-rfc2136 | dns_rfc2136      | false              | NEVER",
        "--required-profile | required_profile | -             | WHEN_RELEVANT",
      })
  void keys_defaults_and_storage_are_those_of_the_original(
      String name, String key, String defaultValue, Stored stored) {
    OptionSpec<?> option = table.byName(name).orElseThrow().option();
    assertThat(option.key()).isEqualTo(key);
    assertThat(option.defaultValue().map(String::valueOf).orElse(null)).isEqualTo(defaultValue);
    assertThat(option.stored()).isEqualTo(stored);
  }

  @Test
  void the_server_is_kept_always() {
    assertThat(PathOptions.SERVER.stored()).isEqualTo(Stored.ALWAYS);
    assertThat(PathOptions.SERVER.defaultValue()).contains(AcmeServer.PRODUCTION);
  }

  @Test
  void kept_options_come_in_the_order_of_the_original() {
    List<String> kept = new ArrayList<>();
    for (OptionSpec<?> option : table.options()) {
      if (option.stored() != Stored.NEVER) {
        kept.add(option.key());
      }
    }
    assertThat(kept)
        .containsSubsequence(
            "reuse_key",
            "allow_subset_of_names",
            "account",
            "http01_port",
            "http01_address",
            "rsa_key_size",
            "key_type",
            "elliptic_curve",
            "must_staple",
            "preferred_chain",
            "pref_challs",
            "pre_hook",
            "post_hook",
            "renew_hook",
            "autorenew",
            "config_dir",
            "work_dir",
            "logs_dir",
            "server",
            "authenticator",
            "installer");
  }

  @Test
  void every_flag_for_a_plugin_is_of_one_role_or_both() {
    Set<OptionSpec<?>> flags = new HashSet<>(PluginOptions.authenticatorFlags());
    flags.addAll(PluginOptions.configuratorFlags());
    assertThat(flags).hasSize(20).allMatch(flag -> flag.topics().contains("plugins"));
    assertThat(PluginOptions.pluginOf(PluginOptions.DNS.get(0))).isEqualTo("dns-cloudflare");
  }

  @Test
  void an_argument_is_called_after_its_choices_or_else_its_key() {
    assertThat(VerbOptions.REASON.metavar()).startsWith("{unspecified,keycompromise,");
    assertThat(HookOptions.PRE_HOOK.metavar()).isEqualTo("PRE_HOOK");
    assertThat(GeneralOptions.QUIET.metavar()).isEmpty();
  }

  @Test
  void a_plugin_adds_options_and_they_are_not_the_cores() {
    OptionSpec<String> own = OptionSpec.of("x_dir", OptionTypes.PATH).names("--x-dir").build();
    OptionTable extended = table.with(List.of(own));
    assertThat(extended.byName("--x-dir")).isPresent();
    assertThat(extended.isCore(own)).isFalse();
    assertThat(extended.isCore(HookOptions.PRE_HOOK)).isTrue();
    assertThat(table.byName("--x-dir")).isEmpty();
  }

  @Test
  void a_plugin_cannot_take_a_name_or_key_that_is_in_use() {
    assertThatThrownBy(
            () -> table.with(List.of(OptionSpec.of("x_a", OptionTypes.TEXT).names("-d").build())))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("-d");
    assertThatThrownBy(() -> table.with(List.of(OptionSpec.of("email", OptionTypes.TEXT).build())))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("email");
  }
}
