package io.github.certbot4j.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RenewBeforeTest {

  private static final Path FILE = Path.of("/etc/letsencrypt/renewal/a.conf");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          30                       | P30D
          ' 30 '                   | P30D
          30 days                  | P30D
          30days                   | P30D
          30d                      | P30D
          30 DAYS                  | P30D
          2 weeks                  | P14D
          3w                       | P21D
          9 hours                  | PT9H
          45 min                   | PT45M
          5m                       | PT5M
          30s                      | PT30S
          1.5 days                 | PT36H
          3 days 12 hours          | PT84H
          3 days, 12 hours         | PT84H
          90 minutes and 5 seconds | PT90M5S
          a week                   | P7D
          ten days                 | P10D
          -5 days                  | P-5D
          30 days ago              | P-30D
          """)
  void intervals_are_read_in_words(String text, Duration expected) {
    assertThat(RenewBefore.parse(text)).contains(new RenewBefore(0, expected));
  }

  @ParameterizedTest
  @CsvSource({
    "1 month, 2026-01-31T12:00:00Z, 2026-02-28T12:00:00Z",
    "6 months 1 week, 2026-01-01T00:00:00Z, 2026-07-08T00:00:00Z",
    "1 year, 2024-02-29T00:00:00Z, 2025-02-28T00:00:00Z",
    "1 month ago, 2026-03-31T00:00:00Z, 2026-02-28T00:00:00Z",
  })
  void months_and_years_follow_the_calendar(String text, Instant now, Instant expected) {
    assertThat(RenewBefore.parse(text).orElseThrow().after(now)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "garbage",
        "1 mo",
        "1 fortnight",
        "days",
        "30 days or so",
        "ago",
        "-",
        "1. days",
        "1.5.5 days",
        "1.5 months",
        "99999999999 days",
        "99999 months",
        "30-days",
        "and",
        "%(x)s"
      })
  void other_texts_are_not_guessed_at_but_count_as_thirty_days(String text) {
    assertThat(RenewBefore.parse(text)).isEmpty();
    assertThat(RenewBefore.parseOrDefault(text, FILE)).isEqualTo(RenewBefore.DEFAULT);
  }

  @Property
  void sums_add_up_in_any_spelling(
      @ForAll @IntRange(min = 0, max = 9999) int days,
      @ForAll @IntRange(min = 0, max = 9999) int hours) {
    RenewBefore expected = new RenewBefore(0, Duration.ofDays(days).plusHours(hours));

    assertThat(RenewBefore.parse(days + "d" + hours + "h")).contains(expected);
    assertThat(RenewBefore.parse(hours + " Hours, and " + days + " day")).contains(expected);
  }

  @Property
  void no_text_at_all_makes_it_fail(@ForAll String text) {
    assertThat(RenewBefore.parseOrDefault(text, FILE)).isNotNull();
  }

  @Property
  void digits_alone_are_days(@ForAll @IntRange(min = 0, max = 999_999_999) int days) {
    assertThat(RenewBefore.parse(Integer.toString(days)))
        .contains(new RenewBefore(0, Duration.ofDays(days)));
    assertThat(RenewBefore.parse(days + "").orElseThrow().after(Instant.EPOCH))
        .isEqualTo(Instant.EPOCH.plus(Duration.ofDays(days)));
  }
}
