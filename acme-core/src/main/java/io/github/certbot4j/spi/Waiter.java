package io.github.certbot4j.spi;

import java.time.Duration;
import java.time.Instant;

/** Time: the only clock of a run, and the only way to let time pass. Tests need no real time. */
public interface Waiter {

  /** The time by the machine's clock, which somebody may set back while the program runs. */
  Instant now();

  /**
   * Lets time pass; a person at a terminal is shown that a long wait is going on.
   *
   * @param duration zero or more
   * @throws io.github.certbot4j.model.FailureException with {@link
   *     io.github.certbot4j.model.Failure.Cancelled} when interrupted
   */
  void sleep(Duration duration);
}
