package io.github.certbot4j.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.contract.FakeZones;
import io.github.certbot4j.dns.contract.LogCapture;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.OptionChoice;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the credentials file comes from, and what is stored of it. */
final class CredentialsSourceTest {

  private static final String RIGHT = "dns_simple_token = one\n";

  @TempDir private Path directory;
  private final FakeZones zones = new FakeZones();
  private final LogCapture log = new LogCapture();
  private final List<Challenge> challenges = List.of(Bench.challenge("example.com", "1"));
  private Bench bench;

  @BeforeEach
  void start() {
    zones.add("example.com");
    bench = new Bench(directory).option(SimplePlugin.DECLARATION.propagationSeconds(), 0);
  }

  @AfterEach
  void stop() {
    log.close();
  }

  @Test
  void a_relative_path_is_stored_as_an_absolute_one() throws IOException {
    Path file = bench.write("simple.ini", RIGHT);
    Path relative = Path.of("").toAbsolutePath().relativize(file);
    assertThat(storedAfter(relative.toString())).isEqualTo(file.toString());
  }

  @Test
  void the_home_directory_may_be_a_tilde() throws IOException {
    Path file = bench.write("simple.ini", RIGHT);
    assertThat(storedAfter("~/simple.ini")).isEqualTo(file.toString());
  }

  @Test
  void a_relative_path_that_is_not_here_is_looked_for_in_the_configuration() throws IOException {
    Path file = bench.context().directories().config().resolve("keys/simple.ini");
    Files.createDirectories(file.getParent());
    Files.writeString(file, RIGHT);
    assertThat(storedAfter("keys/simple.ini")).isEqualTo(file.toString());
    assertThat(log.all()).anyMatch(line -> line.contains("using " + file));
  }

  @Test
  void a_missing_file_is_an_error_and_no_question() {
    Authenticator authenticator = authenticatorFor("/nonexistent/simple.ini");
    assertThatThrownBy(() -> authenticator.perform(challenges))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("File not found: /nonexistent/simple.ini");
    assertThat(zones.txt("_acme-challenge.example.com")).isEmpty();
  }

  @Test
  void without_a_path_it_is_asked_for_until_it_is_right() {
    Path wrong = bench.write("wrong.ini", "dns_simple_token =\n");
    Path file = bench.write("simple.ini", RIGHT);
    ScriptedDisplay display =
        ScriptedDisplay.answering("/nonexistent", wrong.toString(), file.toString());
    Authenticator authenticator = bench.answering(display).authenticator(new SimplePlugin(zones));
    authenticator.perform(challenges);
    authenticator.cleanUp(challenges);
    assertThat(display.shown())
        .anyMatch(text -> text.contains("Simple credentials file"))
        .anyMatch(text -> text.contains("File not found: /nonexistent"))
        .anyMatch(text -> text.contains("\"dns_simple_token\" not set (should be a token)"));
    assertThat(values(authenticator)).containsExactly(file.toString());
    authenticator.perform(challenges);
    authenticator.cleanUp(challenges);
  }

  @Test
  void a_user_who_cancels_ends_the_order() {
    Authenticator authenticator =
        bench
            .answering(ScriptedDisplay.answering(ScriptedDisplay.CANCEL))
            .authenticator(new SimplePlugin(zones));
    assertThatThrownBy(() -> authenticator.perform(challenges))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("Simple credentials file required to proceed")
        .hasMessageContaining("--dns-simple-credentials");
    authenticator.cleanUp(challenges);
    assertThat(authenticator.choices()).isEmpty();
  }

  @Test
  void the_file_is_read_anew_for_each_order() {
    SimplePlugin plugin = new SimplePlugin(zones);
    Authenticator authenticator = bench.authenticator(plugin, RIGHT);
    authenticator.perform(challenges);
    authenticator.cleanUp(challenges);
    bench.write("credentials.ini", "dns_simple_token = other\n");
    authenticator.perform(challenges);
    authenticator.cleanUp(challenges);
    assertThat(plugin.journal()).anyMatch(line -> line.startsWith("other adds"));
  }

  private Authenticator authenticatorFor(String path) {
    return bench
        .option(SimplePlugin.DECLARATION.credentials(), path)
        .authenticator(new SimplePlugin(zones));
  }

  private String storedAfter(String path) {
    Authenticator authenticator = authenticatorFor(path);
    authenticator.perform(challenges);
    authenticator.cleanUp(challenges);
    return values(authenticator).get(0);
  }

  private static List<String> values(Authenticator authenticator) {
    return authenticator.choices().stream().map(OptionChoice::value).map(String::valueOf).toList();
  }
}
