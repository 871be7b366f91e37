package io.github.certbot4j.order;

import io.github.certbot4j.spi.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Waits between looks at a CA: quickly at first, then slower, or as the server asks. */
final class Pacing {

  private static final Duration FIRST = Duration.ofMillis(10);
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
    // A server that says "at once" again and again is asked less and less often all the same.
    Duration pause =
        wish.filter(asked -> asked.compareTo(FIRST) > 0)
            .map(asked -> shorter(asked, LONGEST_WISH))
            .orElse(next);
    next = shorter(next.multipliedBy(2), LONGEST);
    waiter.sleep(shorter(pause, left));
    return true;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
