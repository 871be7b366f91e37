package io.github.certbot4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import io.github.certbot4j.cli.host.Host;
import io.github.certbot4j.config.StoredParams;
import io.github.certbot4j.crypto.IssuedMaterial;
import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.DirectoryLocks;
import io.github.certbot4j.ini.IniValue;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.lineage.Material;
import io.github.certbot4j.lineage.NewCertificate;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.Directories;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The whole program in this process, on a temporary tree and without network. */
class ApplicationTest {

  private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
  private static final Instant NOT_DUE = Instant.parse("2026-05-20T03:04:05Z");

  @TempDir Path temp;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Directories directories;
  private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

  /** Whatever else runs in this process may have configured logging to print everything. */
  @BeforeEach
  void startWithoutLogging() {
    ((LoggerContext) LoggerFactory.getILoggerFactory()).reset();
  }

  @BeforeEach
  void chooseDirectories() {
    directories = new Directories(temp.resolve("etc"), temp.resolve("work"), temp.resolve("logs"));
  }

  @Test
  void the_version_is_one_line_and_touches_nothing() {
    assertThat(run("--version")).isZero();
    assertThat(text(out)).matches("certbot \\d+\\.\\d+\\.\\d+\n");
    assertThat(text(err)).isEmpty();
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void help_goes_to_standard_output() {
    assertThat(run("--help")).isZero();
    assertThat(text(out)).contains("certonly", "renew");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void help_on_a_verb_tells_its_options() {
    assertThat(run("renew", "--help")).isZero();
    assertThat(run("help", "renew")).isZero();
    assertThat(text(out)).contains("renew");
  }

  @ParameterizedTest
  @ValueSource(strings = {"renwe", "--frobnicate", "renew --max-log-backups=many"})
  void a_line_that_cannot_be_read_is_one_line_on_standard_error_and_exit_code_2(String line) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(text(err)).startsWith("certbot: error: ").hasLineCount(1);
    assertThat(text(out)).isEmpty();
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void certificates_are_listed_and_no_lock_is_left() throws IOException {
    Lineage lineage = lineage("a.test");
    assertThat(runHere("certificates")).isZero();
    assertThat(text(out))
        .isEqualTo(
            """

            RULE
            Found the following certs:
              Certificate Name: a.test
                Serial Number: 1234
                Key Type: ECDSA
                Domains: a.test
                Expiry Date: 2026-05-20 03:04:05+00:00 (VALID: 60 days)
                Certificate Path: LIVE/fullchain.pem
                Private Key Path: LIVE/privkey.pem
            RULE
            """
                .replace("RULE", "- ".repeat(39) + "-")
                .replace("LIVE", lineage.livePaths().cert().getParent().toString()));
    assertThat(text(err)).isEqualTo("Saving debug log to " + log() + "\n");
    assertThat(locks()).isEmpty();
    assertThat(log()).content().contains("Arguments: [certificates, --config-dir");
  }

  @Test
  void a_configuration_that_is_invalid_is_listed_without_being_a_failure() throws IOException {
    lineage("a.test");
    Path odd = Files.writeString(directories.renewal().resolve("b.test.conf"), "");
    assertThat(runHere("certificates")).isZero();
    assertThat(text(out)).contains("configurations were invalid:\n  " + odd + "\n");
    assertThat(text(err)).contains(odd.toString()).doesNotContain("\tat ");
  }

  @Test
  void a_quiet_run_with_nothing_to_do_says_nothing_at_all() {
    lineage("a.test");
    assertThat(runHere("renew", "-q")).isZero();
    assertThat(text(out)).isEmpty();
    assertThat(text(err)).isEmpty();
  }

  @Test
  void a_quiet_run_that_fails_tells_why_on_standard_error_only() throws IOException {
    lineage("a.test");
    Path odd = Files.writeString(directories.renewal().resolve("b.test.conf"), "");
    assertThat(runHere("renew", "-q")).isEqualTo(1);
    assertThat(text(out)).isEmpty();
    assertThat(text(err))
        .contains("Renewal configuration " + odd + " is unusable: ")
        .endsWith("0 renew failure(s), 1 parse failure(s)\n");
  }

  @Test
  void a_lock_that_another_run_holds_ends_the_run_at_once_and_is_left_to_it() throws IOException {
    assertThat(runHere("certificates")).isZero();
    try (DirectoryLocks other = DirectoryLocks.acquire(directories)) {
      assertThat(runHere("certificates")).isEqualTo(1);
      assertThat(lastLine(err)).startsWith("Another instance of certbot is running: ");
      assertThat(locks()).hasSize(3);
      assertThat(other).isNotNull();
    }
    assertThat(locks()).isEmpty();
  }

  @Test
  void a_fault_of_the_program_is_told_in_short_with_the_place_of_the_log() {
    clock = new BrokenClock(() -> new IllegalStateException("no time"));
    assertThat(runHere("certificates")).isEqualTo(1);
    assertThat(text(err))
        .endsWith(
            """
            An unexpected error occurred:
            java.lang.IllegalStateException: no time
            Please see the log LOG for more details.
            """
                .replace("LOG", log().toString()))
        .doesNotContain("\tat ");
    assertThat(log()).content().contains("\tat io.github.certbot4j");
  }

  @Test
  void a_fault_without_a_message_or_of_a_library_is_told_in_the_same_way() throws IOException {
    clock = new BrokenClock(IllegalStateException::new);
    assertThat(runHere("certificates")).isEqualTo(1);
    assertThat(text(err)).contains("\njava.lang.IllegalStateException\n").doesNotContain("null");
    clock = new BrokenClock(() -> new NoClassDefFoundError("some/Library"));
    assertThat(runHere("certificates")).isEqualTo(1);
    assertThat(text(err))
        .contains("\njava.lang.NoClassDefFoundError: some/Library\n")
        .doesNotContain("\tat ");
    assertThat(locks()).isEmpty();
  }

  @Test
  void a_failure_is_one_line_and_leaves_no_lock() throws IOException {
    assertThat(runHere("delete", "--cert-name", "x.test")).isEqualTo(1);
    assertThat(lastLine(err))
        .isEqualTo(
            "There is no certificate named 'x.test'. See 'certbot certificates' for those there"
                + " are.");
    assertThat(text(err)).doesNotContain("\tat ");
    assertThat(locks()).isEmpty();
    assertThat(log()).content().contains("\tat io.github.certbot4j");
  }

  @Test
  void debugging_shows_where_a_failure_came_from() {
    assertThat(runHere("delete", "--cert-name", "x.test", "--debug")).isEqualTo(1);
    assertThat(text(err)).contains("\tat io.github.certbot4j");
  }

  @Test
  void a_secret_among_the_arguments_reaches_no_log() {
    runHere("certificates", "--eab-kid", "kid", "--eab-hmac-key", "c2VjcmV0", "--debug", "-vv");
    assertThat(log()).content().doesNotContain("c2VjcmV0").contains("--eab-hmac-key, ***");
    assertThat(text(err)).doesNotContain("c2VjcmV0");
  }

  @Test
  void a_directory_that_cannot_be_made_is_named() throws IOException {
    Files.writeString(temp.resolve("etc"), "a file in the way");
    assertThat(runHere("certificates")).isEqualTo(1);
    assertThat(lastLine(err)).contains(temp.resolve("etc").toString());
    assertThat(text(err)).doesNotContain("\tat ");
  }

  @Test
  void plugins_are_listed_even_where_no_directory_can_be_made() throws IOException {
    Files.writeString(temp.resolve("etc"), "a file in the way");
    assertThat(runHere("plugins")).isZero();
    assertThat(text(out)).contains("* webroot", "* standalone");
  }

  @Test
  void questions_that_nobody_can_answer_name_the_option() {
    assertThat(runHere("certonly", "--standalone", "-n", "--server", "http://127.0.0.1:1/dir"))
        .isEqualTo(1);
    assertThat(text(err)).contains("--email").doesNotContain("\tat ");
  }

  @Test
  void verbs_for_servers_say_what_is_possible() {
    assertThat(runHere("install", "--cert-name", "a.test", "-n")).isEqualTo(1);
    assertThat(text(err)).doesNotContain("\tat ");
  }

  private Lineage lineage(String name) {
    IssuedMaterial issued = IssuedMaterial.of(NOT_DUE, name);
    StoredParams params =
        new StoredParams(
            Map.of(
                "authenticator", IniValue.of("webroot"),
                "server", IniValue.of("https://ca.test/directory")),
            Map.of());
    return new LineageStore(directories, "1.15.0", new AtomicFiles())
        .create(
            new NewCertificate(
                new CertName(name), Material.of(issued.chain(), issued.keyPem()), params));
  }

  private int runHere(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--config-dir",
            directories.config().toString(),
            "--work-dir",
            directories.work().toString(),
            "--logs-dir",
            directories.logs().toString()));
    return run(all.toArray(new String[0]));
  }

  private int run(String... arguments) {
    Host.Streams streams =
        new Host.Streams(
            new ByteArrayInputStream(new byte[0]), stream(out), stream(err), false, false, false);
    Map<String, String> variables =
        Map.of("HOME", temp.resolve("home").toString(), "PATH", "/usr/bin:/bin");
    Host host =
        new Host(
            streams,
            name -> Optional.ofNullable(variables.get(name)),
            clock,
            temp,
            temp.resolve("distribution"));
    return new Application(
            host,
            status -> {
              throw new AssertionError("no signal was sent");
            })
        .run(List.of(arguments));
  }

  private List<Path> locks() throws IOException {
    try (Stream<Path> files = Files.walk(temp)) {
      return files.filter(path -> path.endsWith(".certbot.lock")).toList();
    }
  }

  private Path log() {
    return directories.logs().resolve("letsencrypt.log");
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String lastLine(ByteArrayOutputStream bytes) {
    List<String> lines = text(bytes).lines().toList();
    return lines.get(lines.size() - 1);
  }

  /** A clock that always fails. */
  private static final class BrokenClock extends Clock {

    private final Supplier<Throwable> fault;

    BrokenClock(Supplier<Throwable> fault) {
      this.fault = fault;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      Throwable thrown = fault.get();
      if (thrown instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) thrown;
    }
  }
}
