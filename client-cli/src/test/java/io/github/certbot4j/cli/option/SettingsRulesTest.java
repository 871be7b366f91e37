package io.github.certbot4j.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.config.AccountOptions;
import io.github.certbot4j.config.CertificateOptions;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.EnhancementOptions;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.crypto.Csr;
import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsRulesTest {

  private static final String STAGING = "https://acme-staging-v02.api.letsencrypt.org/directory";
  private static final String PRODUCTION = "https://acme-v02.api.letsencrypt.org/directory";
  private static final String OTHER = "https://ca.example/dir";

  @TempDir private Path directory;
  private Lines lines;

  @BeforeEach
  void setUp() {
    lines = new Lines(directory);
  }

  @ParameterizedTest
  @CsvSource({
    "--staging, " + STAGING,
    "--test-cert --server " + PRODUCTION + ", " + STAGING,
    "--staging --server " + STAGING + ", " + STAGING,
    "--dry-run, " + STAGING,
    "--dry-run --server " + PRODUCTION + ", " + STAGING,
    "--dry-run --server " + OTHER + ", " + OTHER,
    "--server " + OTHER + ", " + OTHER,
  })
  void tests_are_made_at_the_staging_server_unless_another_is_named(String line, String server) {
    Settings settings = lines.settings(("certonly " + line).split(" "));
    assertThat(settings.get(PathOptions.SERVER)).isEqualTo(new AcmeServer(server));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "certonly --staging --server " + OTHER,
        "certonly --staging --dry-run --server " + OTHER,
        "run --dry-run",
        "certificates --dry-run",
        "renew --force-interactive",
        "certonly -n --force-interactive",
        "certonly --hsts --auto-hsts",
        "certonly --allow-subset-of-names -d *.a.example",
        "plugins --http-01-port 443",
        "plugins --https-port 80",
      })
  void options_that_contradict_each_other_cannot_be_done(String line) {
    assertThat(lines.failure(line.split(" "))).isInstanceOf(Failure.Rejected.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "certonly -q --force-interactive",
        "certonly --no-hsts --auto-hsts",
        "certonly --allow-subset-of-names -d a.example",
        "plugins --http-01-port 443 --https-port 80",
      })
  void options_that_only_seem_to_contradict_each_other_are_fine(String line) {
    assertThat(lines.act(line.split(" "))).isNotNull();
  }

  @Test
  void a_rehearsal_may_touch_everything_and_asks_nobody_who_has_an_account() throws IOException {
    String config = directory.resolve("config").toString();
    Settings without = lines.settings("certonly", "--dry-run", "--config-dir", config);
    assertThat(without.get(DecisionOptions.STAGING)).isTrue();
    assertThat(without.get(DecisionOptions.BREAK_MY_CERTS)).isTrue();
    assertThat(without.get(AccountOptions.TOS)).isFalse();

    Files.createDirectories(directory.resolve("config/accounts/ca.example"));
    Settings with = lines.settings("certonly", "--dry-run", "--config-dir", config);
    assertThat(with.get(AccountOptions.TOS)).isTrue();
    assertThat(with.get(AccountOptions.REGISTER_UNSAFELY_WITHOUT_EMAIL)).isTrue();
    assertThat(with.isSetByUser(AccountOptions.TOS)).isFalse();
  }

  @Test
  void must_staple_turns_on_stapling_whatever_else_is_said() {
    assertThat(
            lines
                .settings("certonly", "--must-staple", "--no-staple-ocsp")
                .find(EnhancementOptions.STAPLE))
        .contains(true);
  }

  @Test
  void a_signing_request_decides_on_the_names() throws Exception {
    Path request = request("a.example", "b.example");
    Settings settings = lines.settings("certonly", "--csr", request.getFileName().toString());
    assertThat(settings.get(CertificateOptions.DOMAINS))
        .containsExactlyInAnyOrder(new DomainName("a.example"), new DomainName("b.example"));
    assertThat(settings.find(CertificateOptions.CSR)).contains(request.toString());
    assertThat(lines.act("certonly", "--csr", "request.pem", "-d", "b.example")).isNotNull();
  }

  @Test
  void other_names_than_in_the_signing_request_cannot_be_asked_for() throws Exception {
    request("a.example");
    Failure failure = lines.failure("certonly", "--csr", "request.pem", "-d", "c.example");
    assertThat(failure).isInstanceOf(Failure.Rejected.class);
    assertThat(failure.what()).contains("a.example").contains("c.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "renew", "certonly --allow-subset-of-names"})
  void a_signing_request_goes_with_plain_certonly_only(String line) throws Exception {
    request("a.example");
    assertThat(lines.failure((line + " --csr request.pem").split(" ")))
        .isInstanceOf(Failure.Rejected.class);
  }

  @Test
  void a_signing_request_has_to_be_one() {
    lines.file("no.pem", "hello");
    Failure failure = lines.failure("certonly", "--csr", "no.pem");
    assertThat(failure).isInstanceOf(Failure.Rejected.class);
    assertThat(failure.what()).contains("no.pem");
  }

  @ParameterizedTest
  @CsvSource({
    "--pre-hook, pre-hook",
    "--post-hook, post-hook",
    "--deploy-hook, deploy-hook",
    "--renew-hook, renew-hook",
  })
  void the_program_of_a_hook_has_to_be_there(String option, String kind) {
    Failure failure = lines.failure("certonly", option, "no-such-program --now");
    assertThat(failure).isInstanceOf(Failure.Rejected.class);
    assertThat(failure.what()).contains(kind).contains("'no-such-program'").contains("PATH");
    assertThat(lines.act("certonly", option, "no-such-program", "--disable-hook-validation"))
        .isNotNull();
  }

  @Test
  void a_program_is_found_in_the_path_or_by_its_own() throws IOException {
    lines.file("bin/reload", "#!/bin/sh\n");
    Failure notYet = lines.failure("certonly", "--pre-hook", "bin/reload");
    assertThat(notYet.what()).contains("not executable");
    assertThat(directory.resolve("bin/reload").toFile().setExecutable(true)).isTrue();
    assertThat(lines.act("certonly", "--pre-hook", "reload now")).isNotNull();
    assertThat(lines.act("certonly", "--pre-hook", "bin/reload now")).isNotNull();
    assertThat(lines.act("certonly", "--pre-hook", directory + "/bin/reload")).isNotNull();
    assertThat(lines.failure("certonly", "--pre-hook", "./reload").what()).contains("not exist");
  }

  @Test
  void a_blank_hook_runs_nothing_and_needs_nothing() {
    assertThat(lines.act("certonly", "--pre-hook", " ")).isNotNull();
  }

  private Path request(String... names) throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    List<DomainName> domains = List.of(names).stream().map(DomainName::new).toList();
    Path file = directory.resolve("request.pem");
    return Files.writeString(file, Csr.build(domains, generator.generateKeyPair(), false).pem());
  }
}
