package io.github.certbot4j.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.config.HookOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.spi.contract.StoppedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RandomDelayTest {

  private final StoppedClock clock = new StoppedClock(Instant.EPOCH);

  @Test
  void the_delay_lies_between_one_second_and_eight_minutes() {
    new RandomDelay(clock, false, () -> 0).beforeFirst(Settings.empty());
    new RandomDelay(clock, false, () -> 0.999_999).beforeFirst(Settings.empty());
    assertThat(clock.sleeps().get(0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(clock.sleeps().get(1)).isBetween(Duration.ofSeconds(479), Duration.ofSeconds(480));
  }

  @Test
  void it_happens_once_per_process() {
    RandomDelay delay = new RandomDelay(clock, false, () -> 0.5);
    delay.beforeFirst(Settings.empty());
    delay.beforeFirst(Settings.empty());
    assertThat(clock.sleeps()).hasSize(1);
  }

  @Test
  void nobody_who_may_be_watching_is_kept_waiting() {
    new RandomDelay(clock, true, () -> 0.5).beforeFirst(Settings.empty());
    assertThat(clock.sleeps()).isEmpty();
  }

  @Test
  void an_option_switches_it_off() {
    Settings off =
        Settings.empty().with(HookOptions.RANDOM_SLEEP_ON_RENEW, false, Origin.COMMAND_LINE);
    new RandomDelay(clock, false, () -> 0.5).beforeFirst(off);
    assertThat(clock.sleeps()).isEmpty();
  }
}
