package io.github.certbot4j.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PicocliParserPropertyTest {

  @Property(tries = 200)
  void any_text_passes_unchanged(@ForAll String text) {
    Token token = new Token(Lines.TABLE.byName("--pre-hook").orElseThrow(), text);
    assertThat(PicocliParser.parse(List.of(token)))
        .singleElement()
        .extracting(Occurrence::text)
        .isEqualTo(text);
  }
}
