package io.github.certbot4j.net;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the Retry-After header (RFC 9110 section 10.2.3). */
public final class RetryAfter {

  private static final int MOST_DIGITS = 9;

  private RetryAfter() {}

  /**
   * How long the server wants the client to wait.
   *
   * @param now the time in place of the server's Date header
   * @return never negative; empty if the header is missing or malformed
   */
  public static Optional<Duration> delay(HttpHeaders headers, Instant now) {
    Optional<String> value = headers.firstValue("Retry-After").map(String::strip);
    if (value.filter(RetryAfter::isNumber).isPresent()) {
      return value.map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
    Instant sent = headers.firstValue("Date").flatMap(RetryAfter::date).orElse(now);
    return value
        .flatMap(RetryAfter::date)
        .map(date -> Duration.between(sent, date))
        .map(delay -> delay.isNegative() ? Duration.ZERO : delay);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= MOST_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
