package io.github.certbot4j.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.spi.contract.StoppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PacingTest {

  private final StoppedClock clock = new StoppedClock(Instant.EPOCH);
  private final Pacing pacing = new Pacing(clock, Duration.ofMinutes(1));

  @Test
  void pauses_double_up_to_three_seconds() {
    for (int i = 0; i < 11; i++) {
      pacing.pause(Optional.empty());
    }
    assertThat(clock.sleeps().stream().map(Duration::toMillis))
        .containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 640L, 1280L, 2560L, 3000L, 3000L);
  }

  @Test
  void the_server_may_ask_for_up_to_half_a_minute() {
    pacing.pause(Optional.of(Duration.ofSeconds(5)));
    pacing.pause(Optional.of(Duration.ofHours(1)));
    assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(30));
  }

  @Test
  void a_server_that_wants_to_be_asked_at_once_is_not_asked_without_end() {
    for (int i = 0; i < 4; i++) {
      pacing.pause(Optional.of(Duration.ZERO));
    }
    assertThat(clock.sleeps().stream().map(Duration::toMillis)).containsExactly(10L, 20L, 40L, 80L);
  }

  @Test
  void patience_ends() {
    assertThat(pacing.pause(Optional.of(Duration.ofSeconds(30)))).isTrue();
    assertThat(pacing.pause(Optional.of(Duration.ofSeconds(29)))).isTrue();
    assertThat(pacing.pause(Optional.of(Duration.ofSeconds(29)))).isTrue();
    assertThat(pacing.pause(Optional.empty())).isFalse();
    assertThat(clock.slept()).isEqualTo(Duration.ofMinutes(1));
  }
}
