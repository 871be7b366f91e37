package io.github.certbot4j.spi.contract;

import io.github.certbot4j.spi.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only while somebody sleeps, and then at once. */
public final class StoppedClock implements Waiter {

  private final List<Duration> sleeps = new ArrayList<>();
  private Instant now;

  public StoppedClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void sleep(Duration duration) {
    sleeps.add(duration);
    now = now.plus(duration);
  }

  /** How long each sleep so far was. */
  public List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }

  /** All sleeps together. */
  public Duration slept() {
    return sleeps.stream().reduce(Duration.ZERO, Duration::plus);
  }
}
