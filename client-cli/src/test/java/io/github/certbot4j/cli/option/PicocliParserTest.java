package io.github.certbot4j.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.config.OptionTable;
import io.github.certbot4j.config.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

class PicocliParserTest {

  @Test
  void uses_keep_their_order_across_options() {
    List<Occurrence> uses =
        PicocliParser.parse(
            List.of(
                token("-w", "/a"),
                token("-d", "a"),
                token("--no-redirect", ""),
                token("-w", "/b"),
                token("--redirect", ""),
                token("-d", "b")));
    assertThat(uses)
        .extracting(use -> use.name().name() + " " + use.text())
        .containsExactly(
            "-w /a", "-d a", "--no-redirect false", "-w /b", "--redirect true", "-d b");
    assertThat(uses).allMatch(use -> use.origin() == Origin.COMMAND_LINE);
  }

  @Test
  void flags_alone_need_no_matching_and_keep_their_order() {
    assertThat(PicocliParser.parse(List.of(token("-q", ""), token("--no-redirect", ""))))
        .extracting(use -> use.name().name() + " " + use.text())
        .containsExactly("-q true", "--no-redirect false");
    assertThat(PicocliParser.parse(List.of())).isEmpty();
  }

  @Test
  void nothing_is_read_into_values() {
    for (String text : List.of("@file", "${sys:user.dir}", "\"quoted\"", "--quiet", "-d=x", "")) {
      assertThat(PicocliParser.parse(List.of(token("--pre-hook", text))))
          .singleElement()
          .extracting(Occurrence::text)
          .isEqualTo(text);
    }
  }

  private static Token token(String name, String text) {
    OptionTable.Name found = Lines.TABLE.byName(name).orElseThrow();
    return new Token(found, text);
  }
}
