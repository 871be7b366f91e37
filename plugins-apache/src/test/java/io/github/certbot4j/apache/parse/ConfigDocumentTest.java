package io.github.certbot4j.apache.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigDocumentTest {

  private static final Path FILE = Path.of("/etc/apache2/a.conf");

  @Test
  void a_directive_has_a_name_and_arguments_without_quotes() {
    Directive directive = only(Directive.class, "  ServerAlias \"a b\" 'c' d\\\\e \"f\\\"g\"\n");
    assertThat(directive.name()).isEqualTo("ServerAlias");
    assertThat(directive.is("serveralias")).isTrue();
    assertThat(directive.arguments()).containsExactly("a b", "c", "d\\e", "f\"g");
    assertThat(directive.argumentText()).isEqualTo("\"a b\" 'c' d\\\\e \"f\\\"g\"");
  }

  @Test
  void a_last_quote_may_stay_open() {
    assertThat(only(Directive.class, "ErrorDocument 404 \"The x\n").arguments())
        .containsExactly("404", "The x");
  }

  @Test
  void a_quoted_word_needs_no_blank_behind_it() {
    assertThat(only(Directive.class, "Foo \"a\"\"b\"c").arguments()).containsExactly("a", "b", "c");
  }

  @Test
  void a_backslash_before_a_blank_means_nothing_in_a_bare_word() {
    assertThat(only(Directive.class, "Foo f\\ g").arguments()).containsExactly("f\\", "g");
  }

  @ParameterizedTest
  @CsvSource({"'\n'", "'\r\n'"})
  void a_backslash_at_the_line_end_continues_a_directive(String end) {
    Directive directive =
        only(Directive.class, "ServerAlias a \\" + end + "  b\\" + end + "c" + end);
    assertThat(directive.arguments()).containsExactly("a", "bc");
  }

  @Test
  void a_backslash_continues_a_comment() {
    ConfigDocument document = parse("# x \\\nServerName y\nFoo\n");
    assertThat(document.top().nodes()).hasSize(2);
    assertThat(((Filler) document.top().nodes().get(0)).comment()).isEqualTo("# x ServerName y");
  }

  @Test
  void names_of_sections_are_compared_without_regard_to_case() {
    Section section = only(Section.class, "<virtualhost *:80>\nFoo\n</VirtualHOST>\n");
    assertThat(section.is("VirtualHost")).isTrue();
    assertThat(section.arguments()).containsExactly("*:80");
    assertThat(section.body().nodes()).hasSize(1);
  }

  @Test
  void what_follows_the_opening_bracket_means_nothing() {
    Section section = only(Section.class, "<VirtualHost *:80> # why\n</VirtualHost>\n");
    assertThat(section.arguments()).containsExactly("*:80");
  }

  @Test
  void what_follows_a_closing_tag_means_nothing() {
    ConfigDocument document =
        parse("<IfModule a>\n<VirtualHost *>\n</VirtualHost> </IfModule>\n</IfModule>\nFoo\n");
    assertThat(document.top().nodes()).hasSize(2);
  }

  @Test
  void a_section_may_be_open_at_the_end_of_a_file() {
    assertThat(only(Section.class, "<IfModule a>\nFoo\n").body().nodes()).hasSize(1);
  }

  @Test
  void lines_of_a_perl_section_are_not_configuration() {
    Section section = only(Section.class, "<Perl>\nif ($x < 3) {\n</x>\n<a\n}\n</Perl>\n");
    assertThat(section.body().nodes()).hasSize(4).allMatch(node -> node instanceof Filler);
  }

  @Test
  void sections_without_arguments_and_with_brackets_in_quotes_are_read() {
    assertThat(only(Section.class, "<RequireAll>\n</RequireAll>").arguments()).isEmpty();
    assertThat(only(Section.class, "<Location ~ \"^/a>b\">\n</Location>").arguments())
        .containsExactly("~", "^/a>b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'Foo\n  </VirtualHost>\n'|2:3: </VirtualHost> without an opening tag",
        "'<A>\n<B>\n</A>\n'|3:1: </B> expected, but found </A>",
        "'<A>\n</A >\n'|2:1: the bracket that closes </A is missing",
        "'\n\n <>\n'|3:2: a section without a name",
        "'Foo \\\nbar\n</A>'|3:1: </A> without"
      })
  void a_fault_is_told_with_file_line_and_column(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(ConfigSyntaxException.class)
        .hasMessageStartingWith("/etc/apache2/a.conf:" + message);
  }

  @Test
  void sections_without_end_are_refused_before_the_stack_is_full() {
    assertThatThrownBy(() -> parse("<A>\n".repeat(1_000_000)))
        .isInstanceOf(ConfigSyntaxException.class)
        .hasMessageContaining(":201:1: sections are nested");
  }

  @Test
  void lines_are_added_at_the_end_of_a_section_and_before_its_first_directive() {
    ConfigDocument document =
        parse("<VirtualHost *:80>\n    # note\n    Foo\n    </VirtualHost>\n");
    NodeList body = ((Section) document.top().nodes().get(0)).body();
    body.append("Last a");
    body.prepend("First b");
    assertThat(text(document))
        .isEqualTo(
            "<VirtualHost *:80>\n    First b\n    # note\n    Foo\nLast a\n    </VirtualHost>\n");
    assertThat(body.nodes()).hasSize(4);
    assertThat(document.isChanged()).isTrue();
    document.markWritten();
    assertThat(document.isChanged()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'Foo'|'Foo\nBar\n'",
        "''|'Bar\n'",
        "'Foo\r\n'|'Foo\r\nBar\r\n'",
        "'<A>\n</A>'|'<A>\n</A>\nBar\n'",
        "'<IfModule a>\nFoo'|'<IfModule a>\nFoo\nBar\n'",
        "'# x \\\n'|'# x \\\n\nBar\n'",
        "'<A x>'|'<A x>\nBar\n'"
      })
  void what_is_added_at_the_end_of_a_file_is_a_line_of_its_own(String before, String after) {
    ConfigDocument document = parse(before);
    document.top().append("Bar");
    assertThat(text(document)).isEqualTo(after);
    assertThat(text(parse(after))).isEqualTo(after);
  }

  @Test
  void arguments_are_replaced_and_nothing_else() {
    ConfigDocument document = parse("\tSSLCertificateFile   /old \\\n  \nFoo\n");
    ((Directive) document.top().nodes().get(0)).setArgumentText("/new");
    assertThat(document.isChanged()).isTrue();
    assertThat(text(document)).isEqualTo("\tSSLCertificateFile   /new\nFoo\n");
    assertThat(((Directive) document.top().nodes().get(0)).arguments()).containsExactly("/new");
  }

  @Test
  void a_name_that_is_continued_is_put_into_one_line_with_its_argument() {
    ConfigDocument document = parse("SSLCert\\\nificateFile \\\n /old\n");
    ((Directive) document.top().nodes().get(0)).setArgumentText("/new");
    assertThat(text(document)).isEqualTo("SSLCertificateFile /new\n");
  }

  @Test
  void a_removed_line_leaves_the_others_as_they_are() {
    ConfigDocument document = parse("a\r\n\t b  \r\nc");
    document.top().remove(document.top().nodes().get(1));
    assertThat(text(document)).isEqualTo("a\r\nc");
  }

  @Test
  void bytes_of_any_encoding_survive_and_utf8_is_understood() {
    byte[] content = "Foo \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(ConfigDocument.parse(FILE, content).bytes()).isEqualTo(content);
    ConfigDocument document = parse("Foo \u00e9\n");
    assertThat(((Directive) document.top().nodes().get(0)).arguments()).containsExactly("\u00e9");
    document.top().append("Bar \u20ac");
    assertThat(text(document)).isEqualTo("Foo \u00e9\nBar \u20ac\n");
  }

  @Test
  void the_text_of_a_section_can_be_had_without_its_tags() {
    assertThat(only(Section.class, "<A>\n  b\n  </A>\n").bodyText()).isEqualTo("  b\n");
  }

  private static <T extends Node> T only(Class<T> type, String text) {
    List<Node> nodes = parse(text).top().nodes();
    assertThat(nodes).hasSize(1);
    return type.cast(nodes.get(0));
  }

  private static ConfigDocument parse(String text) {
    return ConfigDocument.parse(FILE, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(ConfigDocument document) {
    return new String(document.bytes(), StandardCharsets.UTF_8);
  }
}
