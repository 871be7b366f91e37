package io.github.certbot4j.workflow;

import io.github.certbot4j.order.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only while somebody sleeps, and then at once. */
final class StoppedClock implements Waiter {

  final List<Duration> sleeps = new ArrayList<>();
  private Instant now;

  StoppedClock(Instant now) {
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
}
