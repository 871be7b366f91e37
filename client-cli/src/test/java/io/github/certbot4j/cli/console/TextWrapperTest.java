package io.github.certbot4j.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TextWrapperTest {

  @Test
  void breaks_at_the_last_blank_that_fits() {
    assertThat(TextWrapper.lines("one two three", 7)).containsExactly("one two", "three");
    assertThat(TextWrapper.lines("one two three", 8)).containsExactly("one two", "three");
  }

  @Test
  void a_line_of_exactly_the_width_stays_whole() {
    String line = "x".repeat(39) + " " + "y".repeat(40);
    assertThat(TextWrapper.wrap(line)).isEqualTo(line);
    assertThat(TextWrapper.wrap(line + "z"))
        .isEqualTo("x".repeat(39) + "\n" + "y".repeat(40) + "z");
  }

  @Test
  void words_longer_than_the_width_and_hyphenated_ones_are_not_broken() {
    String path = "/etc/letsencrypt/" + "long-name-".repeat(12) + "pem";
    assertThat(TextWrapper.wrap("See " + path + " now")).isEqualTo("See\n" + path + "\nnow");
  }

  @Test
  void line_breaks_empty_lines_and_indentation_are_kept() {
    assertThat(TextWrapper.wrap("a\n\n  b\n")).isEqualTo("a\n\n  b\n");
  }

  @Test
  void blanks_at_a_break_are_dropped() {
    assertThat(TextWrapper.lines("aaa   bbb  ", 4)).containsExactly("aaa", "bbb");
  }

  @Property
  void wrapping_keeps_every_word_and_no_line_with_a_blank_exceeds_the_width(
      @ForAll("lines") String line) {
    var wrapped = TextWrapper.lines(line, 20);
    assertThat(String.join(" ", wrapped).strip().split("\\s+"))
        .containsExactly(line.strip().split("\\s+"));
    assertThat(wrapped)
        .allSatisfy(
            part -> assertThat(part.length() <= 20 || !part.strip().contains(" ")).isTrue());
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.strings().withChars("ab -").ofMaxLength(120);
  }
}
