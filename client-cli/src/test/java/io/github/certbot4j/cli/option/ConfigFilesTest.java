package io.github.certbot4j.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.config.AccountOptions;
import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.ChallengeOptions;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.EnhancementOptions;
import io.github.certbot4j.config.GeneralOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFilesTest {

  @TempDir private Path directory;
  private Lines lines;

  @BeforeEach
  void setUp() {
    lines = new Lines(directory);
  }

  @Test
  void without_any_file_nothing_is_set() {
    assertThat(lines.settings("certificates").keys()).isEmpty();
  }

  @Test
  void the_given_file_wins_over_the_users_which_wins_over_the_machines() {
    lines.file("etc/cli.ini", "email = etc\naccount = etc\nuser-agent = etc\npre-hook = etc\n");
    lines.file("home/.config/letsencrypt/cli.ini", "email = home\naccount = home\nuser-agent = h");
    lines.file("own.ini", "email = own\naccount = own");
    Settings settings =
        lines.settings(
            "certificates", "-c", "own.ini", "--email", "line", "--disable-hook-validation");
    assertThat(settings.find(AccountOptions.EMAIL)).contains("line");
    assertThat(settings.find(AccountOptions.ACCOUNT)).contains("own");
    assertThat(settings.origin(AccountOptions.EMAIL)).isEqualTo(Origin.COMMAND_LINE);
    assertThat(settings.origin(AccountOptions.ACCOUNT)).isEqualTo(Origin.CONFIG_FILE);
    assertThat(settings.isSetByUser(AccountOptions.ACCOUNT)).isTrue();
    assertThat(settings.keys()).contains("user_agent", "pre_hook");
  }

  @Test
  void the_users_directory_can_be_named_by_a_variable() {
    lines.with("XDG_CONFIG_HOME", directory.resolve("xdg").toString());
    lines.file("home/.config/letsencrypt/cli.ini", "email = home");
    lines.file("xdg/letsencrypt/cli.ini", "email = xdg");
    assertThat(lines.settings("plugins").find(AccountOptions.EMAIL)).contains("xdg");
  }

  @Test
  void a_given_file_that_cannot_be_opened_is_a_usage_error() {
    assertThat(lines.failure("plugins", "-c", "none.ini")).isInstanceOf(Failure.Usage.class);
    assertThat(lines.failure("plugins", "-c", "none.ini").what()).contains("none.ini");
  }

  @Test
  void a_default_file_that_is_there_and_cannot_be_read_is_an_error() throws IOException {
    Files.createDirectories(directory.resolve("etc/cli.ini"));
    assertThat(lines.failure("plugins")).isInstanceOf(Failure.Environment.class);
  }

  @Test
  void text_that_is_not_utf_8_is_named_as_such() throws IOException {
    Files.write(directory.resolve("own.ini"), "a = \u00e4".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(lines.failure("plugins", "-c", "own.ini").what()).contains("UTF-8");
  }

  @Test
  void an_unreadable_line_is_named_with_its_file() {
    lines.file("etc/cli.ini", "email = a\n= b\n");
    assertThat(lines.failure("plugins")).isInstanceOf(Failure.Usage.class);
    assertThat(lines.failure("plugins").what()).contains("etc/cli.ini, line 2");
  }

  @ParameterizedTest
  @CsvSource({
    "expand,1",
    "expand = true,1",
    "expand = YES,1",
    "expand: 1,1",
    "--expand,1",
    "expand = false,0",
    "expand = no,0",
    "expand = 0,0"
  })
  void a_flag_is_set_or_as_if_it_was_not_there(String line, int set) {
    lines.file("etc/cli.ini", line);
    assertThat(lines.settings("plugins").isSetByUser(DecisionOptions.EXPAND)).isEqualTo(set == 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "expand = maybe",
        "expand =",
        "rsa_key_size = 4096",
        "bogus = 1",
        "d = a.example",
        "rsa-key-size = big",
        "domains = [a.example, b.example]",
        "renew = true",
        "help = true",
        "-d = a.example",
      })
  void what_cannot_be_understood_is_a_usage_error_with_its_place(String line) {
    lines.file("etc/cli.ini", "# first\n" + line + "\n");
    assertThat(lines.failure("plugins")).isInstanceOf(Failure.Usage.class);
    assertThat(lines.failure("plugins").what()).contains("etc/cli.ini, line 2");
  }

  @Test
  void an_unknown_key_is_compared_with_known_ones() {
    lines.file("etc/cli.ini", "rsa_key_size = 4096");
    assertThat(lines.failure("plugins").advice()).contains("rsa-key-size");
  }

  @Test
  void a_key_may_be_cut_short_or_have_no_value() {
    lines.file("etc/cli.ini", "rsa-key = 4096\nemail\n");
    Settings settings = lines.settings("plugins");
    assertThat(settings.get(CertificateOptions.RSA_KEY_SIZE)).isEqualTo(4096);
    assertThat(settings.find(AccountOptions.EMAIL)).contains("true");
  }

  @Test
  void a_negative_key_and_a_positive_option_contradict_each_other_and_the_line_wins() {
    lines.file("etc/cli.ini", "redirect = true\nno-eff-email = true\n");
    Settings settings = lines.settings("plugins", "--no-redirect", "--eff-email");
    assertThat(settings.find(EnhancementOptions.REDIRECT)).contains(false);
    assertThat(settings.find(AccountOptions.EFF_EMAIL)).contains(true);
  }

  @Test
  void of_a_repeated_key_the_last_line_counts_while_aliases_add_up() {
    lines.file("etc/cli.ini", "email = a\nemail = b\ndomains = a.example\ndomain = b.example\n");
    Settings settings = lines.settings("certonly");
    assertThat(settings.find(AccountOptions.EMAIL)).contains("b");
    assertThat(settings.get(CertificateOptions.DOMAINS))
        .containsExactly(new DomainName("a.example"), new DomainName("b.example"));
    assertThat(settings.origin(CertificateOptions.DOMAINS)).isEqualTo(Origin.CONFIG_FILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-d c.example", "-dc.example", "--domain=c.example", "-nd c.example"})
  void a_list_on_the_line_replaces_the_files(String line) {
    lines.file("etc/cli.ini", "domains = a.example\npreferred-challenges = dns\n");
    Settings settings = lines.settings(("certonly --preferred-challenges http " + line).split(" "));
    assertThat(settings.get(CertificateOptions.DOMAINS))
        .containsExactly(new DomainName("c.example"));
    assertThat(settings.get(ChallengeOptions.PREF_CHALLS))
        .isEqualTo(List.of(ChallengeType.HTTP_01));
  }

  @ParameterizedTest
  @ValueSource(strings = {"domains", "domain"})
  void renewal_passes_over_names_in_files(String key) {
    lines.file("etc/cli.ini", key + " = a.example");
    assertThat(lines.settings("renew").get(CertificateOptions.DOMAINS)).isEmpty();
  }

  @Test
  void verbosity_can_be_a_flag_or_a_number() {
    lines.file("etc/cli.ini", "verbose = true");
    assertThat(lines.settings("plugins").get(GeneralOptions.VERBOSE_COUNT)).isEqualTo(1);
    lines.file("etc/cli.ini", "verbose = 3");
    assertThat(lines.settings("plugins").get(GeneralOptions.VERBOSE_COUNT)).isEqualTo(3);
  }

  @Test
  void a_file_named_in_a_file_is_not_read() {
    lines.file("etc/cli.ini", "config = /nowhere/else.ini");
    assertThat(lines.settings("plugins").find(GeneralOptions.CONFIG_FILE))
        .contains("/nowhere/else.ini");
  }
}
