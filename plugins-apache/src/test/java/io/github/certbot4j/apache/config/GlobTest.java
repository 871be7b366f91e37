package io.github.certbot4j.apache.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "*.conf, a.conf, true",
    "*.conf, .conf, false",
    ".*, .conf, true",
    "*.conf, a.conf~, false",
    "a?c, abc, true",
    "a?c, ac, false",
    "[a-c]x, bx, true",
    "[!a-c]x, bx, false",
    "[^a-c]x, dx, true",
    "[]]x, ]x, true",
    "[ab, [ab, true",
    "\\*, *, true",
    "\\*, a, false",
    "a*b*c, aXbYc, true",
    "a*b*c, aXcYb, false"
  })
  void names_fit_as_the_server_says(String pattern, String name, boolean fits) {
    assertThat(Glob.matches(pattern, name)).isEqualTo(fits);
  }

  @Test
  void a_malicious_pattern_takes_no_time() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(Glob.matches("*a".repeat(200) + "b", "a".repeat(5000))).isFalse());
  }
}
