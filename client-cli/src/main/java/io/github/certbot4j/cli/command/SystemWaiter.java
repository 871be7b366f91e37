package io.github.certbot4j.cli.command;

import io.github.certbot4j.cli.console.WaitingLine;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Waiter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Real time.
 *
 * @param line shows long waits
 */
record SystemWaiter(Clock clock, WaitingLine line) implements Waiter {

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void sleep(Duration duration) {
    try {
      line.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailureException(new Failure.Cancelled("Interrupted while waiting."), e);
    }
  }
}
