package io.github.certbot4j.apache.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class RoundTripPropertyTest {

  private static final Path FILE = Path.of("/f");

  @Property(tries = 2000)
  void what_is_read_is_written_back_to_the_byte(@ForAll("soups") String text) {
    byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);
    try {
      assertThat(ConfigDocument.parse(FILE, content).bytes()).isEqualTo(content);
    } catch (ConfigSyntaxException refused) {
      assertThat(refused).hasMessageMatching("(?s)/f:\\d+:\\d+: .*");
    }
  }

  @Property(tries = 2000)
  void any_bytes_are_written_back_or_refused_with_their_place(@ForAll byte[] content) {
    try {
      assertThat(ConfigDocument.parse(FILE, content).bytes()).isEqualTo(content);
    } catch (ConfigSyntaxException refused) {
      assertThat(refused).hasMessageMatching("(?s)/f:\\d+:\\d+: .*");
    }
  }

  @Property(tries = 1000)
  void balanced_sections_are_never_refused(@ForAll("balanced") String text) {
    byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(ConfigDocument.parse(FILE, content).bytes()).isEqualTo(content);
  }

  @Property(tries = 1000)
  void an_added_directive_is_the_only_change(@ForAll("balanced") String text) {
    ConfigDocument document =
        ConfigDocument.parse(FILE, text.getBytes(StandardCharsets.ISO_8859_1));
    int before = document.top().nodes().size();
    document.top().append("Added here");
    ConfigDocument again = ConfigDocument.parse(FILE, document.bytes());
    List<Node> nodes = again.top().nodes();
    assertThat(nodes.get(nodes.size() - 1)).isInstanceOf(Directive.class);
    assertThat(((Directive) nodes.get(nodes.size() - 1)).arguments()).containsExactly("here");
    assertThat(nodes.size()).isBetween(before + 1, before + 2);
    assertThat(new String(again.bytes(), StandardCharsets.ISO_8859_1)).startsWith(text);
  }

  @Property(tries = 1000)
  void a_word_means_what_was_quoted(@ForAll("words") String word) {
    assertThat(Words.of("Name " + Words.quoted(word))).containsExactly("Name", word);
  }

  @Provide
  Arbitrary<String> soups() {
    return Arbitraries.of(
            "<VirtualHost *:80>",
            "</VirtualHost>",
            "<IfModule x>",
            "</IfModule>",
            "\n",
            "\r\n",
            "\\\n",
            "\\\r\n",
            "\\",
            "\"",
            "'",
            " ",
            "\t",
            "# c",
            "ServerName a",
            ">",
            "<",
            "</",
            "<>",
            "\r",
            "\0",
            "\u00e9",
            "<Perl>",
            "</Perl>",
            "{",
            "${X}")
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> balanced() {
    Arbitrary<String> end = Arbitraries.of("\n", "\r\n", "  \n", " # x\n", " \\\n\n");
    Arbitrary<String> line =
        Arbitraries.of("Foo a", "  # note", "", "\tBar \"x y\"", "ServerAlias a \\\n  b")
            .flatMap(text -> end.map(text::concat));
    return Arbitraries.lazyOf(
        () -> line,
        () -> line,
        () ->
            balanced()
                .list()
                .ofMaxSize(4)
                .map(inner -> "<VirtualHost *>\n" + String.join("", inner) + " </virtualHOST>\n"));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().ascii().ofMaxLength(12).filter(word -> !word.contains("\0"));
  }
}
