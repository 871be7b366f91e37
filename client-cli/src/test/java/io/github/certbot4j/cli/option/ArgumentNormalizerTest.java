package io.github.certbot4j.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentNormalizerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-d a.example                | -d=a.example",
        "-da.example                 | -d=a.example",
        "-d=a.example                | -d=a.example",
        "--domains=a=b               | --domains=a=b",
        "--cert-name=                | --cert-name=",
        "-nvd a.example              | -n -v -d=a.example",
        "-nvda.example               | -n -v -d=a.example",
        "-nd=a.example               | -n -d=a.example",
        "-vv -v                      | -v -v -v",
        "--force-renew --agree       | --force-renewal --agree-tos",
        "--rsa=4096                  | --rsa-key-size=4096",
        "--domain x                  | --domain=x",
        "--checkpoints -1            | --checkpoints=-1",
        "--checkpoints -.5           | --checkpoints=-.5",
        "--pre-hook=-x               | --pre-hook=-x",
        "-m -                        | -m=-",
      })
  void argparse_forms_become_full_names_with_values(String line, String expected) {
    assertThat(normalized(line.split(" "))).isEqualTo(expected);
  }

  @Test
  void a_value_with_a_blank_may_begin_with_a_dash() {
    assertThat(normalized("--pre-hook", "-x y")).isEqualTo("--pre-hook=-x y");
    assertThat(normalized("--pre-hook", "--quiet now")).isEqualTo("--pre-hook=--quiet now");
  }

  @Test
  void an_empty_argument_is_a_value() {
    assertThat(normalized("-m", "")).isEqualTo("-m=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-d",
        "-d -n",
        "-d --unknown",
        "-d --",
        "-d -- a.example",
        "--pre-hook -x",
        "--pre-hook=x --post-hook",
        "-nvd"
      })
  void a_missing_value_is_an_error(String line) {
    assertThat(failure(line.split(" ")).what()).contains("expected a value");
  }

  @Test
  void a_value_that_begins_with_a_known_short_option_is_taken_for_it() {
    assertThat(failure("--pre-hook", "-v y").what()).contains("--pre-hook");
  }

  @ParameterizedTest
  @CsvSource({
    "--dom x, --domain, --domains",
    "--non, --non-interactive, --noninteractive",
    "--auth, --authenticator, --authenticators",
    "--conf, --config, --configurator",
    "-d --dom, --domain, --domains",
  })
  void beginnings_of_several_names_are_ambiguous(String line, String one, String other) {
    assertThat(failure(line.split(" ")).oneLine()).contains("ambiguous", one, other);
  }

  @Test
  void of_many_matching_names_only_some_are_listed() {
    assertThat(failure("--d").advice()).contains("others").hasSizeLessThan(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--init=x", "-n=v", "--quiet=", "--no-redirect=true"})
  void a_flag_takes_no_value(String line) {
    assertThat(failure(line).what()).contains("takes no value");
  }

  @Test
  void a_bundle_holds_known_letters_only() {
    assertThat(failure("-nx").what()).contains("-x").contains("-nx");
  }

  @ParameterizedTest
  @CsvSource({
    "--, --",
    "-n -- -q, -- -q",
    "-d a.example --, --",
    "b.example, b.example",
    "-d a.example b.example, b.example",
    "--bogus x, --bogus x",
    "--bogus=x, --bogus=x",
    "-x, -x",
    "-1, -1",
    "-, -",
  })
  void what_is_neither_option_nor_value_is_left_over(String line, String leftOver) {
    List<String> words = List.of(line.split(" "));
    assertThat(String.join(" ", ArgumentNormalizer.normalize(Lines.TABLE, words).leftOver()))
        .isEqualTo(leftOver);
  }

  @Test
  void uses_keep_their_order_across_options() {
    List<String> words = List.of("-w", "/a", "--no-redirect", "-w", "/b", "--redirect", "-d", "b");
    assertThat(ArgumentNormalizer.normalize(Lines.TABLE, words).uses())
        .extracting(use -> use.name().name() + " " + use.text())
        .containsExactly("-w /a", "--no-redirect false", "-w /b", "--redirect true", "-d b");
  }

  @Test
  void nothing_is_read_into_values() {
    for (String text : List.of("@file", "${sys:user.dir}", "\"quoted\"", "--quiet", "-d=x", "")) {
      assertThat(normalized("--pre-hook=" + text)).isEqualTo("--pre-hook=" + text);
    }
  }

  @Property(tries = 200)
  void any_text_passes_unchanged(@ForAll String text) {
    assertThat(normalized("--pre-hook=" + text)).isEqualTo("--pre-hook=" + text);
  }

  private static String normalized(String... words) {
    ArgumentNormalizer.Line line = ArgumentNormalizer.normalize(Lines.TABLE, List.of(words));
    assertThat(line.leftOver()).isEmpty();
    List<String> texts = new ArrayList<>();
    for (Occurrence use : line.uses()) {
      String name = use.name().name();
      texts.add(use.option().takesArgument() ? name + "=" + use.text() : name);
    }
    return String.join(" ", texts);
  }

  private static Failure failure(String... words) {
    List<FailureException> caught = new ArrayList<>();
    assertThatThrownBy(() -> ArgumentNormalizer.normalize(Lines.TABLE, List.of(words)))
        .isInstanceOfSatisfying(FailureException.class, caught::add);
    assertThat(caught.get(0).failure()).isInstanceOf(Failure.Usage.class);
    return caught.get(0).failure();
  }
}
