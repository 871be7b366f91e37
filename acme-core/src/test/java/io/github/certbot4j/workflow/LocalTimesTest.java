package io.github.certbot4j.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LocalTimesTest {

  private static final Instant MOMENT = Instant.parse("2026-11-22T10:00:00.5Z");

  @Test
  void a_time_is_written_without_zone_and_read_back() {
    String text = LocalTimes.format(MOMENT);
    assertThat(text).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?");
    assertThat(LocalTimes.isAfter(text, MOMENT.minusSeconds(1))).isTrue();
    assertThat(LocalTimes.isAfter(text, MOMENT)).isFalse();
  }

  @Test
  void text_that_is_no_time_is_never_later() {
    assertThat(LocalTimes.isAfter("tomorrow", MOMENT)).isFalse();
  }
}
