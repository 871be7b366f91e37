package io.github.certbot4j.ini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected values are what ConfigObj 5.0.8 gives for the same text. */
class IniInterpolationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a = %(b)s;b = 1|1",
        "a = x%(b)sy%(b)s;b = %(c)s;c = 2|x2y2",
        "a = %%(b)s;b = 1|%1",
        "a = %(b)d;b = 1|%(b)d",
        "a = %(b;b = 1|%(b",
        "a = 50%;b = 1|50%",
        "a = %(b b)s;b b = 1|1",
        "a = %(c)s;c = %(d)s(x)s;d = %%;x = 1|%%(x)s"
      })
  void a_name_is_replaced_by_its_value(String lines, String expected) {
    assertThat(parse(lines).text("a")).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = %(b)s",
        "a = %()s",
        "a = %(a)s",
        "a = %(b)s;b = %(a)s",
        "a = %(b)s;b = 1, 2",
        "a = %(s)s;[s]",
        "a = %(B)s;b = 1",
        "a = %(b%(c)s)s;c = 1"
      })
  void what_cannot_be_replaced_is_an_error_when_the_value_is_read(String lines) {
    IniSection root = parse(lines);

    assertThatExceptionOfType(IniValueException.class)
        .isThrownBy(() -> root.get("a"))
        .withMessageStartingWith("x.conf, line 1: ");
    assertThat(root.raw("a")).isPresent();
  }

  @Test
  void names_are_found_in_the_section_then_its_defaults_then_further_out() {
    IniSection root =
        parse(
            "o = outer;[s];a = %(o)s %(d)s %(i)s;i = in;[[DEFAULT]];d = def;i = no;[DEFAULT];d=no");

    assertThat(root.section("s").orElseThrow().text("a")).contains("outer def in");
  }

  @Test
  void names_brought_in_are_looked_up_from_where_the_reading_began() {
    IniSection root = parse("b = x%(c)s;[s];a = %(b)s;[[DEFAULT]];c = 1");

    assertThat(root.section("s").orElseThrow().text("a")).contains("x1");
  }

  @Test
  void items_of_a_list_are_replaced_one_by_one() {
    assertThat(parse("a = x, %(b)s;b = 1").get("a")).contains(IniValue.of(List.of("x", "1")));
  }

  @Test
  void a_value_that_multiplies_without_end_is_an_error() {
    StringBuilder lines = new StringBuilder("a = %(k0)s");
    for (int i = 0; i < 60; i++) {
      String next = "%(k" + (i + 1) + ")s";
      lines.append(";k").append(i).append(" = ").append(next).append(next);
    }
    lines.append(";k60 =");

    assertThatExceptionOfType(IniValueException.class)
        .isThrownBy(() -> parse(lines.toString()).get("a"))
        .withMessageContaining("too many");
  }

  private static IniSection parse(String lines) {
    return IniDocument.parse(lines.replace(';', '\n') + "\n", "x.conf").root();
  }
}
