package io.github.certbot4j.webserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileNamePatternTest {

  @ParameterizedTest
  @CsvSource({
    "*, abc, true",
    "*, .abc, false",
    ".*, .abc, true",
    "a*c, abc, true",
    "a*c, abd, false",
    "a*b*c, axxbyyc, true",
    "a*b*c, aXcYb, false",
    "?, a, true",
    "?, ab, false",
    "a?c, ac, false",
    "[a-c], b, true",
    "[a-c], d, false",
    "[!a-c], d, true",
    "[^a-c], b, false",
    "[]a], ], true",
    "[a, [a, true",
    "[a-], -, true",
    "a\\*, a*, true",
    "a\\*, ab, false",
    "**, x, true",
    "*.conf, x.conf.bak, false",
    "*.conf, .conf, false"
  })
  void names_fit_as_the_shell_says(String pattern, String name, boolean fits) {
    assertThat(new FileNamePattern(pattern).matches(name)).isEqualTo(fits);
  }

  @Test
  void a_malicious_pattern_takes_no_time() {
    FileNamePattern pattern = new FileNamePattern("*a".repeat(200) + "b");
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(pattern.matches("a".repeat(5000))).isFalse());
  }
}
