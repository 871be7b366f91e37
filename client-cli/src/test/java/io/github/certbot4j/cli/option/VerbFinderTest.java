package io.github.certbot4j.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerbFinderTest {

  @ParameterizedTest
  @CsvSource({
    "certonly -d a.example, CERTONLY, -d a.example",
    "-d a.example certonly, CERTONLY, -d a.example",
    "-n renew -q, RENEW, -n -q",
    "everything, RUN, ''",
    "auth, CERTONLY, ''",
    "show_account, SHOW_ACCOUNT, ''",
  })
  void the_verb_may_stand_anywhere(String line, Verb verb, String rest) {
    VerbFinder.Found found = VerbFinder.find(List.of(line.split(" ")));
    assertThat(found.verb()).isEqualTo(verb);
    assertThat(found.explicit()).isTrue();
    assertThat(String.join(" ", found.arguments())).isEqualTo(rest);
  }

  @Test
  void the_first_verb_counts_even_as_the_value_of_an_option() {
    VerbFinder.Found found = VerbFinder.find(List.of("-d", "renew", "certificates"));
    assertThat(found.verb()).isEqualTo(Verb.RENEW);
    assertThat(found.arguments()).containsExactly("-d", "certificates");
  }

  @Test
  void without_a_verb_run_is_meant() {
    assertThat(VerbFinder.find(List.of("-d", "Renew")))
        .isEqualTo(new VerbFinder.Found(Verb.RUN, false, List.of("-d", "Renew")));
  }
}
