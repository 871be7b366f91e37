package io.github.certbot4j.order;

import io.github.certbot4j.spi.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Waits between looks at a CA: at once, then quickly, then slower, as the server asks. */
final class Pacing {

  private static final Duration FIRST = Duration.ofMillis(15);
  private static final Duration LONGEST = Duration.ofSeconds(3);
  private static final Duration LONGEST_WISH = Duration.ofSeconds(30);

  private final Waiter waiter;
  private final Instant deadline;
  private Duration next = FIRST;

  Pacing(Waiter waiter, Duration patience) {
    this.waiter = waiter;
    this.deadline = waiter.now().plus(patience);
  }

  /**
   * Waits before the next look.
   *
   * @param wish what the server asked for, if anything
   * @return false, without waiting, when patience is over
   */
  boolean pause(Optional<Duration> wish) {
    Duration left = Duration.between(waiter.now(), deadline);
    if (left.isNegative() || left.isZero()) {
      return false;
    }
    Duration pause = wish.map(Pacing::bounded).orElse(next);
    next = shorter(next.multipliedBy(2), LONGEST);
    waiter.sleep(shorter(pause, left));
    return true;
  }

  private static Duration bounded(Duration wish) {
    Duration atLeast = wish.compareTo(FIRST) < 0 ? FIRST : wish;
    return shorter(atLeast, LONGEST_WISH);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
