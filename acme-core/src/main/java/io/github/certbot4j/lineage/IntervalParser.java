package io.github.certbot4j.lineage;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the words of {@link RenewBefore}, once. */
final class IntervalParser {

  private static final int MONTHS_OF_YEAR = 12;
  private static final int MAX_NUMBER_LENGTH = 9;
  private static final int MAX_MONTHS = 12_000;

  private static final Map<String, Long> SECONDS =
      Map.ofEntries(
          Map.entry("s", 1L),
          Map.entry("sec", 1L),
          Map.entry("second", 1L),
          Map.entry("m", 60L),
          Map.entry("min", 60L),
          Map.entry("minute", 60L),
          Map.entry("h", 3600L),
          Map.entry("hr", 3600L),
          Map.entry("hour", 3600L),
          Map.entry("d", 86_400L),
          Map.entry("day", 86_400L),
          Map.entry("w", 604_800L),
          Map.entry("wk", 604_800L),
          Map.entry("week", 604_800L));

  private static final Map<String, Integer> MONTHS =
      Map.of(
          "month", 1, "mth", 1, "y", MONTHS_OF_YEAR, "yr", MONTHS_OF_YEAR, "year", MONTHS_OF_YEAR);

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("a", 1),
          Map.entry("an", 1),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("fifteen", 15),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("ninety", 90));

  private final String text;
  private int at;
  private int months;
  private Duration exact = Duration.ZERO;

  IntervalParser(String text) {
    this.text = text.strip().toLowerCase(Locale.ROOT);
  }

  Optional<RenewBefore> parse() {
    Optional<BigDecimal> days = isDigits() ? number() : Optional.empty();
    if (days.isPresent()) {
      return Optional.of(new RenewBefore(0, Duration.ofDays(days.get().intValueExact())));
    }
    boolean some = false;
    skipSeparators();
    while (at < text.length()) {
      if (some && rest().equals("ago")) {
        return Optional.of(new RenewBefore(-months, exact.negated()));
      }
      if (!readTerm()) {
        return Optional.empty();
      }
      some = true;
      skipSeparators();
    }
    return some ? Optional.of(new RenewBefore(months, exact)) : Optional.empty();
  }

  private boolean readTerm() {
    boolean negative = text.charAt(at) == '-';
    if (negative) {
      at++;
    }
    Optional<BigDecimal> amount = number();
    if (amount.isEmpty()) {
      return false;
    }
    skipBlanks();
    String unit = word();
    BigDecimal signed = negative ? amount.get().negate() : amount.get();
    return add(signed, unit) || (unit.endsWith("s") && add(signed, withoutLast(unit)));
  }

  private boolean add(BigDecimal amount, String unit) {
    Long seconds = SECONDS.get(unit);
    if (seconds != null) {
      BigDecimal millis = amount.multiply(BigDecimal.valueOf(seconds * 1000));
      exact = exact.plusMillis(millis.longValue());
      return true;
    }
    Integer calendar = MONTHS.get(unit);
    BigDecimal total = calendar == null ? amount : amount.multiply(BigDecimal.valueOf(calendar));
    boolean whole = total.stripTrailingZeros().scale() <= 0;
    if (calendar == null || !whole || total.abs().intValue() > MAX_MONTHS) {
      return false;
    }
    months += total.intValueExact();
    return Math.abs(months) <= MAX_MONTHS;
  }

  /** Digits with at most one point in them, or a word for a number. */
  private Optional<BigDecimal> number() {
    int start = at;
    boolean point = false;
    while (at < text.length()
        && (isDigit(at) || (text.charAt(at) == '.' && !point && at > start))) {
      point |= text.charAt(at) == '.';
      at++;
    }
    if (at == start) {
      Integer known = NUMBERS.get(word());
      return known == null ? Optional.empty() : Optional.of(BigDecimal.valueOf(known));
    }
    boolean usable = at - start <= MAX_NUMBER_LENGTH && text.charAt(at - 1) != '.';
    return usable ? Optional.of(new BigDecimal(text.substring(start, at))) : Optional.empty();
  }

  private String word() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z') {
      at++;
    }
    return text.substring(start, at);
  }

  private void skipSeparators() {
    skipBlanks();
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      skipBlanks();
    }
    if (text.startsWith("and ", at)) {
      at += "and ".length();
      skipBlanks();
    }
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean isDigits() {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(i)) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private boolean isDigit(int index) {
    return text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private String rest() {
    return text.substring(at);
  }

  private static String withoutLast(String word) {
    return word.substring(0, word.length() - 1);
  }
}
