package io.github.certbot4j.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLineTest {

  private final LoggerContext loggers = new LoggerContext();

  @ParameterizedTest
  @CsvSource({
    "UTC, 2026-01-02T03:04:05.006Z, '2026-01-02 03:04:05,006'",
    "Europe/Berlin, 2026-01-31T23:30:00.999Z, '2026-02-01 00:30:00,999'",
    "Europe/Berlin, 2026-07-31T23:30:00Z, '2026-08-01 01:30:00,000'",
    "America/New_York, 2027-01-01T00:00:00.120Z, '2026-12-31 19:00:00,120'",
  })
  void times_are_local_with_milliseconds(String zone, Instant instant, String expected) {
    assertThat(line(zone, instant, Level.INFO)).isEqualTo(expected + ":INFO:a.B:hello\n");
  }

  @Test
  void warnings_have_the_level_name_that_log_readers_look_for() {
    assertThat(line("UTC", Instant.EPOCH, Level.WARN)).contains(":WARNING:");
    assertThat(line("UTC", Instant.EPOCH, Level.ERROR)).contains(":ERROR:");
    assertThat(line("UTC", Instant.EPOCH, Level.DEBUG)).contains(":DEBUG:");
  }

  private String line(String zone, Instant instant, Level level) {
    LoggingEvent event =
        new LoggingEvent("", loggers.getLogger("a.B"), level, "hello", null, new Object[0]);
    event.setInstant(instant);
    StringBuilder text = new StringBuilder();
    new LogLine(() -> TimeZone.getTimeZone(zone)).append(event, text);
    return text.toString();
  }
}
