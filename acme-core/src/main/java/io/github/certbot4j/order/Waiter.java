package io.github.certbot4j.order;

import java.time.Duration;
import java.time.Instant;

/** Time as this package needs it. */
public interface Waiter {

  Instant now();

  /**
   * Lets time pass.
   *
   * @throws io.github.certbot4j.model.FailureException with {@link
   *     io.github.certbot4j.model.Failure.Cancelled} when interrupted
   */
  void sleep(Duration duration);
}
