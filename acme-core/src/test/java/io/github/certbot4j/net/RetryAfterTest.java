package io.github.certbot4j.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

  @ParameterizedTest
  @CsvSource({"5, 5", "0, 0", "' 21600 ', 21600"})
  void seconds_are_taken_as_they_are(String header, long seconds) {
    assertThat(delay(Map.of("Retry-After", header))).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"'Sun, 22 Nov 2026 03:00:09 GMT', 9", "'Sun, 22 Nov 2026 02:59:00 GMT', 0"})
  void a_date_counts_from_this_machines_time(String header, long seconds) {
    assertThat(delay(Map.of("Retry-After", header))).contains(Duration.ofSeconds(seconds));
  }

  @Test
  void a_date_counts_from_the_servers_time_if_that_is_known() {
    assertThat(
            delay(
                Map.of(
                    "Retry-After", "Sat, 01 Jan 2000 00:01:00 GMT",
                    "Date", "Sat, 01 Jan 2000 00:00:00 GMT")))
        .contains(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-3", "1.5", "99999999999", "2026-11-22T03:00:00Z"})
  void what_is_malformed_is_no_wish(String header) {
    assertThat(delay(Map.of("Retry-After", header))).isEmpty();
  }

  @Test
  void no_header_is_no_wish() {
    assertThat(delay(Map.of())).isEmpty();
  }

  private static Optional<Duration> delay(Map<String, String> headers) {
    Map<String, List<String>> lists = new HashMap<>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    return RetryAfter.delay(HttpHeaders.of(lists, (name, value) -> true), NOW);
  }
}
