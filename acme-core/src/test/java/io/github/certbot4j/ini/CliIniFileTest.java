package io.github.certbot4j.ini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.certbot4j.ini.CliIniFile.Entry;
import io.github.certbot4j.ini.CliIniFile.Value.Flag;
import io.github.certbot4j.ini.CliIniFile.Value.Items;
import io.github.certbot4j.ini.CliIniFile.Value.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliIniFileTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a = b|b",
        "a: b|b",
        "a b|b",
        "a   b c|b c",
        "a\tb|b",
        "a=|``",
        "a:|``",
        "a = \"v\"|v",
        "a = 'v' # c|v",
        "a = \" x \"|` x `",
        "a = \"\"|``",
        "a = 'v|'v",
        "a = 'v' x|'v' x",
        "a = \"x # y\"|x # y",
        "a = 'x # y' z|'x",
        "a = v#c|v#c",
        "a = v # c|v",
        "a = v ; c|v",
        "a = v;c|v;c",
        "a = # c|# c",
        "a # c|# c",
        "a == b|= b",
        "a b = c|b = c",
        "a https://x|https://x",
        "a = https://x/y:1|https://x/y:1",
        "a = c:\\new\\|c:\\new\\",
        "a = [x|[x",
        "a = {x}|{x}",
        "a = true|true"
      })
  void a_value_follows_its_key(String line, String value) {
    assertThat(CliIniFile.parse(line + "\n", "cli.ini"))
        .containsExactly(new Entry("a", new Text(value), 1));
  }

  @Test
  void a_key_alone_is_a_flag() {
    assertThat(CliIniFile.parse("agree-tos\n --force  \n", "cli.ini"))
        .containsExactly(
            new Entry("agree-tos", new Flag(), 1), new Entry("--force", new Flag(), 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a = [x, y]|x;y",
        "a = [\"x\", \"y,z\"] # c|x;y,z",
        "a = \"[x]\"|x",
        "a = [x,,y]|x;;y"
      })
  void brackets_make_a_list(String line, String items) {
    assertThat(CliIniFile.parse(line, "cli.ini"))
        .containsExactly(new Entry("a", new Items(List.of(items.split(";", -1))), 1));
  }

  @Test
  void an_empty_list_has_no_items() {
    assertThat(CliIniFile.parse("a = [ ]", "cli.ini"))
        .containsExactly(new Entry("a", new Items(List.of()), 1));
  }

  @Test
  void comments_section_headers_and_dashes_are_passed_over() {
    String text =
        "# c\r\n; d\r\n[section] x\r\n[open\r\n---\r\n--- a = 1\r\n\r\n  # e\r\na = 1\r\n";

    assertThat(CliIniFile.parse(text, "cli.ini")).containsExactly(new Entry("a", new Text("1"), 9));
  }

  @Test
  void repeated_keys_are_all_given_in_order() {
    assertThat(CliIniFile.parse("a = 1\nb\na = 2\n", "cli.ini"))
        .containsExactly(
            new Entry("a", new Text("1"), 1),
            new Entry("b", new Flag(), 2),
            new Entry("a", new Text("2"), 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"= b", ": b", "a#c", "a;c"})
  void a_line_that_makes_no_sense_is_reported_with_file_and_line(String line) {
    assertThatExceptionOfType(IniSyntaxException.class)
        .isThrownBy(() -> CliIniFile.parse("x = 1\n" + line + "\n", "/etc/cli.ini"))
        .withMessageStartingWith("/etc/cli.ini, line 2: ");
  }
}
