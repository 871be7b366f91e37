package io.github.certbot4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.ini.IniValue;
import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.BadValueException;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionType;
import io.github.certbot4j.spi.OptionTypes;
import io.github.certbot4j.spi.SectionType;
import io.github.certbot4j.spi.SharedOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalParamsTest {

  private static final OptionSpec<Integer> DNS_WAIT =
      OptionSpec.of("dns_x_propagation_seconds", OptionTypes.INT)
          .names("--dns-x-propagation-seconds")
          .defaultValue(10)
          .build();
  private static final OptionSpec<String> NGINX_ROOT =
      OptionSpec.of("nginx_server_root", OptionTypes.PATH).names("--nginx-server-root").build();
  private static final OptionSpec<Boolean> DNS_OLD =
      OptionSpec.of("dns_x_old", OptionTypes.FLAG).names("--dns-x-old").deprecated().build();
  private static final OptionSpec<Map<String, String>> DNS_MAP =
      OptionSpec.of("dns_x_map", new EntriesType()).names("--dns-x-map").build();

  private final OptionTable table =
      OptionTable.core().with(List.of(DNS_WAIT, NGINX_ROOT, DNS_OLD, DNS_MAP));
  private final RenewalParams params = new RenewalParams(table);

  @Test
  void by_default_only_the_server_is_written() {
    assertThat(params.toStore(Settings.empty()).values())
        .isEqualTo(Map.of("server", text(AcmeServer.PRODUCTION.url())));
  }

  @Test
  void what_differs_from_its_default_is_written_in_the_order_of_the_table() {
    Settings settings =
        Settings.empty()
            .with(PluginOptions.AUTHENTICATOR, "standalone", Origin.DERIVED)
            .with(AccountOptions.ACCOUNT, "0123", Origin.DERIVED)
            .with(CertificateOptions.KEY_TYPE, "ecdsa", Origin.RENEWAL_CONF)
            .with(DecisionOptions.AUTORENEW, false, Origin.RENEWAL_CONF);
    assertThat(params.toStore(settings).values().keySet())
        .containsExactly("account", "key_type", "autorenew", "server", "authenticator");
    assertThat(params.toStore(settings).values()).containsEntry("autorenew", text("False"));
  }

  @Test
  void what_the_user_set_is_written_even_if_it_is_the_default() {
    Settings settings =
        Settings.empty().with(CertificateOptions.RSA_KEY_SIZE, 2048, Origin.COMMAND_LINE);
    assertThat(params.toStore(settings).values()).containsEntry("rsa_key_size", text("2048"));
    Settings again =
        Settings.empty().with(CertificateOptions.RSA_KEY_SIZE, 2048, Origin.RENEWAL_CONF);
    assertThat(params.toStore(again).values()).doesNotContainKey("rsa_key_size");
  }

  @Test
  void what_counts_as_set_and_has_no_value_is_written_as_none() {
    Settings settings = Settings.empty().markedAsSet(PluginOptions.INSTALLER);
    assertThat(params.toStore(settings).values()).containsEntry("installer", text("None"));
  }

  @Test
  void lists_are_written_as_lists_with_the_names_of_the_protocol() {
    Settings settings =
        Settings.empty()
            .with(ChallengeOptions.PREF_CHALLS, List.of(ChallengeType.DNS_01), Origin.COMMAND_LINE);
    assertThat(params.toStore(settings).values())
        .containsEntry("pref_challs", IniValue.of(List.of("dns-01")));
  }

  @Test
  void what_is_never_kept_stays_out() {
    Settings settings =
        Settings.empty()
            .with(AccountOptions.EMAIL, "a@example.org", Origin.COMMAND_LINE)
            .with(HookOptions.DEPLOY_HOOK, "true", Origin.COMMAND_LINE)
            .with(DecisionOptions.STAGING, true, Origin.COMMAND_LINE);
    assertThat(params.toStore(settings).values().keySet()).containsExactly("server");
  }

  @Test
  void options_of_all_plugins_are_kept_except_deprecated_ones() {
    Settings settings =
        Settings.empty()
            .with(DNS_WAIT, 60, Origin.COMMAND_LINE)
            .with(NGINX_ROOT, "/srv", Origin.COMMAND_LINE)
            .with(DNS_OLD, true, Origin.COMMAND_LINE)
            .with(DNS_MAP, Map.of("a", "b"), Origin.COMMAND_LINE);
    StoredParams stored = params.toStore(settings);
    assertThat(stored.values().keySet())
        .containsExactly("server", "dns_x_propagation_seconds", "nginx_server_root");
    assertThat(stored.sections()).isEqualTo(Map.of("dns_x_map", Map.of("a", "b")));
  }

  @Test
  void what_was_stored_comes_back_and_is_not_the_users() {
    Settings restored =
        restore(
            Settings.empty(),
            "reuse_key",
            text("True"),
            "http01_port",
            text("8080"),
            "pre_hook",
            text("echo a"),
            "pref_challs",
            IniValue.of(List.of("dns", "http-01")));
    assertThat(restored.get(CertificateOptions.REUSE_KEY)).isTrue();
    assertThat(restored.get(SharedOptions.HTTP01_PORT)).isEqualTo(8080);
    assertThat(restored.find(HookOptions.PRE_HOOK)).contains("echo a");
    assertThat(restored.get(ChallengeOptions.PREF_CHALLS))
        .containsExactly(ChallengeType.DNS_01, ChallengeType.HTTP_01);
    assertThat(restored.origin(HookOptions.PRE_HOOK)).isEqualTo(Origin.RENEWAL_CONF);
    assertThat(restored.isSetByUser(HookOptions.PRE_HOOK)).isFalse();
  }

  @Test
  void the_users_options_win_also_where_they_only_count_as_set() {
    Settings user =
        Settings.empty()
            .with(HookOptions.PRE_HOOK, "mine", Origin.CONFIG_FILE)
            .markedAsSet(AccountOptions.ACCOUNT);
    Settings restored = restore(user, "pre_hook", text("stored"), "account", text("0123"));
    assertThat(restored.find(HookOptions.PRE_HOOK)).contains("mine");
    assertThat(restored.find(AccountOptions.ACCOUNT)).isEmpty();
  }

  @Test
  void none_means_unset() {
    Settings restored =
        restore(
            Settings.empty(),
            "installer",
            text("None"),
            "http01_port",
            text("None"),
            "post_hook",
            text("None"));
    assertThat(restored.find(PluginOptions.INSTALLER)).isEmpty();
    assertThat(restored.get(SharedOptions.HTTP01_PORT)).isEqualTo(80);
    assertThat(restored.find(HookOptions.POST_HOOK)).isEmpty();
  }

  @Test
  void a_retired_server_is_read_as_its_successor_and_an_odd_one_as_it_is() {
    Settings old =
        restore(Settings.empty(), "server", text("https://acme-v01.api.letsencrypt.org/directory"));
    assertThat(old.get(PathOptions.SERVER)).isEqualTo(AcmeServer.PRODUCTION);
    Settings odd = restore(Settings.empty(), "server", text("odd"));
    assertThat(odd.get(PathOptions.SERVER)).isEqualTo(new AcmeServer("odd"));
  }

  @ParameterizedTest
  @CsvSource({
    "reuse_key, maybe",
    "rsa_key_size, big",
    "pref_challs, tls-sni-01",
    "key_type, dsa",
    "dns_x_propagation_seconds, soon",
  })
  void a_value_of_the_wrong_type_makes_the_file_unusable(String key, String value) {
    assertThatThrownBy(() -> restore(Settings.empty(), key, text(value)))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> {
              assertThat(e.failure()).isInstanceOf(Failure.Storage.class);
              assertThat(e.failure().what()).contains(key).contains(value);
            });
  }

  @Test
  void a_list_in_place_of_a_single_value_makes_the_file_unusable() {
    assertThatThrownBy(() -> restore(Settings.empty(), "pre_hook", IniValue.of(List.of("a", "b"))))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("pre_hook");
  }

  @Test
  void without_an_authenticator_the_file_is_unusable() {
    StoredParams none = new StoredParams(Map.of("server", text("x")), Map.of());
    assertThatThrownBy(() -> params.restore(Settings.empty(), none))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("authenticator");
  }

  @Test
  void of_plugins_only_the_stored_ones_get_their_options_back() {
    Map<String, IniValue> values = new LinkedHashMap<>();
    values.put("authenticator", text("dns-x"));
    values.put("dns_x_propagation_seconds", text("60"));
    values.put("nginx_server_root", text("/srv"));
    StoredParams stored = new StoredParams(values, Map.of("dns_x_map", Map.of("a", "b")));
    Settings user =
        Settings.empty().with(PluginOptions.AUTHENTICATOR, "nginx", Origin.COMMAND_LINE);
    Settings restored = params.restore(user, stored);
    assertThat(restored.find(DNS_WAIT)).contains(60);
    assertThat(restored.find(DNS_MAP)).contains(Map.of("a", "b"));
    assertThat(restored.find(NGINX_ROOT)).isEmpty();

    values.put("installer", text("nginx"));
    Settings both = params.restore(user, new StoredParams(values, Map.of()));
    assertThat(both.find(NGINX_ROOT)).contains("/srv");
  }

  @Test
  void keys_that_mean_nothing_here_are_passed_over() {
    Settings restored =
        restore(
            Settings.empty(),
            "tls_sni_01_port",
            text("443"),
            "email",
            text("a@example.org"),
            "dns_x_old",
            text("True"),
            "dns_x_unheard_of",
            text("1"));
    assertThat(restored.keys()).containsExactly("authenticator");
  }

  @Test
  void what_was_written_restores_the_same_settings() {
    Settings settings =
        Settings.empty()
            .with(PluginOptions.AUTHENTICATOR, "dns-x", Origin.DERIVED)
            .with(CertificateOptions.REUSE_KEY, true, Origin.COMMAND_LINE)
            .with(HookOptions.RENEW_HOOK, "reload, now", Origin.COMMAND_LINE)
            .with(DNS_MAP, Map.of("a", "b"), Origin.COMMAND_LINE);
    Settings restored = params.restore(Settings.empty(), params.toStore(settings));
    assertThat(params.toStore(restored)).isEqualTo(params.toStore(settings));
  }

  private Settings restore(Settings user, Object... keysAndValues) {
    Map<String, IniValue> values = new LinkedHashMap<>();
    values.put("authenticator", text("dns-x"));
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put((String) keysAndValues[i], (IniValue) keysAndValues[i + 1]);
    }
    return params.restore(user, new StoredParams(values, Map.of()));
  }

  private static IniValue text(String value) {
    return IniValue.of(value);
  }

  private record EntriesType() implements SectionType<Map<String, String>> {
    @Override
    public OptionType.Arity arity() {
      return OptionType.Arity.REPEATED;
    }

    @Override
    public Map<String, String> parse(List<String> texts) {
      throw new BadValueException("not from a command line");
    }

    @Override
    public List<String> format(Map<String, String> value) {
      return List.of(value.toString());
    }

    @Override
    public Map<String, String> toSection(Map<String, String> value) {
      return value;
    }

    @Override
    public Map<String, String> fromSection(Map<String, String> entries) {
      return entries;
    }
  }
}
