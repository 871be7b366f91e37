package io.github.certbot4j.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.TimeZone;
import java.util.function.Supplier;

/**
 * Writes a record as the log file has it: {@code YYYY-MM-DD HH:MM:SS,mmm:LEVEL:logger:message},
 * with a stack trace on the following lines.
 */
final class LogLine {

  private final Supplier<TimeZone> zone;

  /**
   * A format with times of a zone, which nobody is asked for before the first record. The older
   * class for zones is meant: rules of {@link java.time.ZoneId} take as long to load as all the
   * rest of logging.
   */
  LogLine(Supplier<TimeZone> zone) {
    this.zone = zone;
  }

  void append(ILoggingEvent event, StringBuilder text) {
    appendTime(event.getTimeStamp(), text);
    text.append(':').append(level(event.getLevel()));
    text.append(':').append(event.getLoggerName());
    text.append(':').append(event.getFormattedMessage()).append('\n');
    appendTrace(event, text);
  }

  /** The stack trace with a line end, if the record has one. */
  static void appendTrace(ILoggingEvent event, StringBuilder text) {
    IThrowableProxy throwable = event.getThrowableProxy();
    if (throwable != null) {
      text.append(ThrowableProxyUtil.asString(throwable));
    }
  }

  private void appendTime(long millis, StringBuilder text) {
    long local = millis + zone.get().getOffset(millis);
    int fraction = (int) Math.floorMod(local, 1000L);
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(Math.floorDiv(local, 1000L), 0, ZoneOffset.UTC);
    padded(text, time.getYear(), 4).append('-');
    padded(text, time.getMonthValue(), 2).append('-');
    padded(text, time.getDayOfMonth(), 2).append(' ');
    padded(text, time.getHour(), 2).append(':');
    padded(text, time.getMinute(), 2).append(':');
    padded(text, time.getSecond(), 2).append(',');
    padded(text, fraction, 3);
  }

  private static StringBuilder padded(StringBuilder text, int number, int digits) {
    String decimal = Integer.toString(number);
    for (int i = decimal.length(); i < digits; i++) {
      text.append('0');
    }
    return text.append(decimal);
  }

  private static String level(Level level) {
    return level.toInt() == Level.WARN_INT ? "WARNING" : level.toString();
  }
}
