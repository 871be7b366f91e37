package io.github.certbot4j.nginx.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class ParserPropertyTest {

  private static final List<String> SCRAPS =
      List.of(
          "server",
          "{",
          "}",
          ";",
          " ",
          "\n",
          "\r\n",
          "\t",
          "#",
          "'",
          "\"",
          "\\",
          "$",
          "${",
          "(",
          ")",
          "listen 80;",
          "a",
          "x_by_lua_block {",
          "--",
          "[[",
          "]]",
          "[=[",
          "]=]",
          "\u00ef\u00bb\u00bf",
          "\u0000",
          "\u00ff",
          "*",
          "# managed by Certbot\n",
          "if ($a = b) {");

  @Property
  void bytes_are_read_back_or_refused(@ForAll byte[] bytes) {
    check(ByteText.of(bytes));
  }

  @Property(tries = 5000)
  void scraps_of_configurations_are_read_back_or_refused(@ForAll("scraps") String text) {
    check(text);
  }

  @Property
  void well_formed_text_is_accepted_and_read_back(@ForAll("statements") String text)
      throws SyntaxException {
    assertThat(Parser.parse(text).toString()).isEqualTo(text);
  }

  private static void check(String text) {
    try {
      Body body = Parser.parse(text);
      assertThat(body.toString()).isEqualTo(text);
    } catch (SyntaxException e) {
      assertThat(e.line()).isPositive();
      assertThat(e.column()).isBetween(1, text.length() + 1);
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  @Provide
  Arbitrary<String> scraps() {
    return Arbitraries.of(SCRAPS).list().ofMaxSize(60).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> statements() {
    return statements(3);
  }

  private static Arbitrary<String> statements(int depth) {
    return statement(depth).list().ofMaxSize(4).map(parts -> String.join("", parts));
  }

  private static Arbitrary<String> statement(int depth) {
    Arbitrary<String> gap = Arbitraries.of("", " ", "\n", "\r\n\t", " # c; {'\n", "\n\n    ");
    Arbitrary<String> space = Arbitraries.of(" ", "\n", "\t\t", "\r\n  ", " # x \" ;\n ");
    Arbitrary<String> word =
        Arbitraries.of(
            "a", "80", "'b c'", "\"d;}\"", "$x", "${y}z", "~^a\\.b$", "\\;", "it's", "a#b");
    Arbitrary<String> head =
        word.flatMap(first -> space.flatMap(between -> word.map(other -> first + between + other)));
    Arbitrary<String> simple = gap.flatMap(g -> head.map(h -> g + h + ";"));
    if (depth == 0) {
      return simple;
    }
    Arbitrary<String> block =
        gap.flatMap(
            g -> head.flatMap(h -> statements(depth - 1).map(in -> g + h + " {" + in + "\n}")));
    return Arbitraries.oneOf(simple, block);
  }
}
