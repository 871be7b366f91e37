package io.github.certbot4j.dns.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.dns.contract.LogCapture;
import io.github.certbot4j.dns.credentials.CredentialKey.Use;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CredentialsFileTest {

  private static final CredentialsForm FORM =
      CredentialsForm.ini(
          "X credentials file",
          new CredentialKey("token", Use.SECRET, "a token", "abc"),
          new CredentialKey("mail", Use.REQUIRED, "an address", "a@b"),
          new CredentialKey("port", Use.OPTIONAL, "a port", "53"));

  @TempDir private Path directory;
  private final LogCapture log = new LogCapture();

  @AfterEach
  void stop() {
    log.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "dns_x_token = v | v",
        "dns_x_token=v | v",
        "dns_x_token = a b # comment | a b",
        "dns_x_token = v#comment | v",
        "dns_x_token = \"v # x\" # comment | v # x",
        "dns_x_token = 'a,b' | a,b",
        "dns_x_token = x\"y | x\"y",
        "dns_x_token = 50% | 50%",
        "dns_x_token = a=b== | a=b==",
        "dns_x_token = v ; c | v ; c",
        "dns_x_token = %(dns_x_mail)s | me@example.com",
      })
  void values_are_read_as_the_original_reads_them(String line, String value) {
    assertThat(read(line + "\ndns_x_mail = me@example.com\n").get("token")).isEqualTo(value);
  }

  @Test
  void byte_order_marks_windows_line_ends_and_semicolon_comments_are_accepted() {
    Credentials set = read("\uFEFF; comment\r\n  ; more\r\ndns_x_token = v\r\ndns_x_mail = m\r\n");
    assertThat(set.get("token")).isEqualTo("v");
    assertThat(set.find("port")).isEmpty();
    assertThat(set.secrets()).containsExactly("v");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dns_x_token = secret-a\ndns_x_token = secret-b",
        "dns_x_token : secret-a",
        "secret-a",
        "dns_x_token = 'secret-a",
        "dns_x_token = secret-a, secret-b",
        "dns_x_token = %(nothing)s secret-a",
      })
  void what_cannot_be_read_is_told_with_its_line_and_without_the_value(String text) {
    assertThatThrownBy(() -> read(text + "\ndns_x_mail = m\n"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("Error parsing credentials configuration")
        .hasMessageContaining("line ")
        .hasMessageNotContaining("secret-a");
  }

  @Test
  void all_missing_values_are_told_at_once() {
    assertThatThrownBy(() -> read("dns_x_mail =\n"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("Missing properties in credentials configuration file")
        .hasMessageContaining(" * Property \"dns_x_token\" not found (should be a token).")
        .hasMessageContaining(" * Property \"dns_x_mail\" not set (should be an address).");
    assertThatThrownBy(() -> read("dns_x_mail = m\n"))
        .hasMessageContaining("Missing property in credentials configuration file");
  }

  @Test
  void problems_of_sections_name_the_section() {
    assertThatThrownBy(
            () -> read("dns_x_token = t\ndns_x_mail = m\n[example.com]\ndns_x_token = t\n"))
        .hasMessageContaining("(section example.com)")
        .hasMessageContaining("dns_x_mail");
  }

  @Test
  void a_check_of_the_service_completes_a_sentence_about_the_file() {
    Path file = write("dns_x_token = t\ndns_x_mail = m\n");
    CredentialsForm strict = FORM.checkedBy(set -> Optional.of("the token is too short."));
    assertThatThrownBy(() -> new CredentialsFile("dns-x", strict).read(file))
        .hasMessage(file + ": the token is too short.");
  }

  @Test
  void unknown_keys_of_the_plugin_are_warned_of_and_those_of_others_ignored() {
    read("dns_x_token = t\ndns_x_mail = m\ndns_x_tokn = t\ndns_y_token = t\n");
    assertThat(log.warnings())
        .singleElement()
        .asString()
        .contains("line 3", "dns_x_tokn", "dns_x_token");
  }

  @ParameterizedTest
  @CsvSource({
    "rw-------, 0",
    "rw-r--r--, 1",
    "rw-----w-, 1",
    "r--------, 0",
    "rw-r-----, 0",
    "rwxrwxrwx, 1"
  })
  void files_that_others_can_read_are_warned_of(String mode, int warnings) throws IOException {
    Path file = write("dns_x_token = t\ndns_x_mail = m\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    Files.setAttribute(file, "unix:gid", 0);
    Path link = Files.createSymbolicLink(directory.resolve("link"), file);
    new CredentialsFile("dns-x", FORM).read(link);
    assertThat(log.warnings()).hasSize(warnings);
    assertThat(log.warnings())
        .allMatch(line -> line.startsWith("Unsafe permissions on credentials configuration file:"));
  }

  @Test
  void directories_and_missing_files_are_told_apart() {
    CredentialsFile reader = new CredentialsFile("dns-x", FORM);
    assertThatThrownBy(() -> reader.read(directory))
        .hasMessageContaining("Path is a directory: " + directory);
    assertThatThrownBy(() -> reader.read(directory.resolve("none")))
        .hasMessageContaining("File not found: " + directory.resolve("none"));
  }

  @Test
  void the_longest_zone_wins_and_the_set_without_a_zone_is_for_the_rest() {
    CredentialSets sets =
        new CredentialSets(
            List.of(set(""), set("com"), set("example.com"), set("www.example.com")));
    assertThat(sets.forNames(List.of("x.www.example.com")).orElseThrow().zone())
        .isEqualTo("www.example.com");
    assertThat(sets.forNames(List.of("xwww.example.com")).orElseThrow().zone())
        .isEqualTo("example.com");
    assertThat(sets.forNames(List.of("example.net")).orElseThrow().zone()).isEmpty();
    assertThat(sets.forNames(List.of("example.net", "x.com")).orElseThrow().zone())
        .isEqualTo("com");
    assertThat(new CredentialSets(List.of(set("com"))).forNames(List.of("example.net"))).isEmpty();
  }

  private static Credentials set(String zone) {
    return new Credentials(Optional.empty(), zone, Map.of(), List.of());
  }

  private Credentials read(String text) {
    return new CredentialsFile("dns-x", FORM).read(write(text)).all().get(0);
  }

  private Path write(String text) {
    try {
      Path file = directory.resolve("x.ini");
      Files.writeString(file, text);
      return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
