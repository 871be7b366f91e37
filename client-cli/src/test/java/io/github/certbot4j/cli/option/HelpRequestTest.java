package io.github.certbot4j.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpRequestTest {

  @ParameterizedTest
  @CsvSource({
    "--help, ''",
    "-h all, all",
    "certonly --help, ''",
    "--help nginx -d x, nginx",
    "help certonly, certonly",
    "help, ''",
    "--help paths -h run, run paths",
    "--bogus -h, ''",
  })
  void help_may_name_a_topic(String line, String topics) {
    assertThat(HelpRequest.in(List.of(line.split(" "))))
        .contains(
            new Invocation.ShowHelp(topics.isEmpty() ? List.of() : List.of(topics.split(" "))));
  }

  @Test
  void the_version_is_asked_for_by_a_word_of_its_own_before_the_end_of_options() {
    assertThat(HelpRequest.in(List.of("renew", "--version")))
        .contains(new Invocation.ShowVersion());
    assertThat(HelpRequest.in(List.of("renew", "--", "--version"))).isEmpty();
  }

  @Test
  void other_lines_ask_for_neither() {
    assertThat(HelpRequest.in(List.of())).isEmpty();
    assertThat(HelpRequest.in(List.of("certonly", "-d", "help"))).isEmpty();
  }
}
