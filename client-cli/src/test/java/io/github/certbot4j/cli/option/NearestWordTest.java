package io.github.certbot4j.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestWordTest {

  private static final List<String> KNOWN = List.of("renew", "revoke", "certonly", "--webroot-map");

  @ParameterizedTest
  @CsvSource({
    "renwe, renew",
    "certony, certonly",
    "cert-only, certonly",
    "--webrot-map, --webroot-map",
    "--webroot_map, --webroot-map",
  })
  void a_mistyped_word_is_recognised(String word, String meant) {
    assertThat(NearestWord.to(word, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.org", "renewals", "x", "", "--bogus"})
  void a_word_unlike_any_is_not(String word) {
    assertThat(NearestWord.to(word, KNOWN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {81, 1_000_000})
  void very_long_words_are_not_looked_at(int length) {
    assertThat(NearestWord.to("r".repeat(length), KNOWN)).isEmpty();
  }
}
