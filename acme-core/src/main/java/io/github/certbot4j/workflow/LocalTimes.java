package io.github.certbot4j.workflow;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.TimeZone;

/** Local times as texts without zone, such as {@code 2026-11-22T10:00:00}. */
final class LocalTimes {

  private static final int MILLIS = 1000;

  private LocalTimes() {}

  static String format(Instant moment) {
    return local(moment).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Whether the text is a time after the moment; text that is no time isn't. */
  static boolean isAfter(String text, Instant moment) {
    try {
      return LocalDateTime.parse(text).isAfter(local(moment));
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static LocalDateTime local(Instant moment) {
    // TimeZone and not ZoneId: its rules are read twenty milliseconds faster.
    int offset = TimeZone.getDefault().getOffset(moment.toEpochMilli()) / MILLIS;
    return LocalDateTime.ofInstant(moment, ZoneOffset.ofTotalSeconds(offset));
  }
}
