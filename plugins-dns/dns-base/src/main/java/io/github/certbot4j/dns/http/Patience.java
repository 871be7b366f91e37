package io.github.certbot4j.dns.http;

import io.github.certbot4j.spi.Waiter;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * How often and how long to try again: four times each, 90 seconds of waiting for one request, ten
 * minutes for all.
 */
public final class Patience {

  private static final int ATTEMPTS = 4;
  private static final Duration FOR_ONE = Duration.ofSeconds(90);
  private static final Duration FOR_ALL = Duration.ofMinutes(10);
  private static final int JITTER_MILLIS = 250;

  private final Waiter waiter;
  private final BooleanSupplier abandoned;
  private final AtomicReference<Duration> left = new AtomicReference<>(FOR_ALL);

  /**
   * Patience for one order.
   *
   * @param abandoned becomes true when nobody waits for the result any more
   */
  public Patience(Waiter waiter, BooleanSupplier abandoned) {
    this.waiter = waiter;
    this.abandoned = abandoned;
  }

  /** Starts with the first attempt of a request. */
  public Round round() {
    return new Round();
  }

  /** The attempts of one request. */
  public final class Round {

    private int attempts = 1;
    private Duration waited = Duration.ZERO;

    /** Waits before one more attempt, longer each time; false if there should be none. */
    public boolean again() {
      return again(Duration.ofSeconds(1L << (attempts - 1)));
    }

    /** Waits as long as the service wants before one more attempt; false if it wants too much. */
    public boolean again(Duration wish) {
      Duration pause = wish.plusMillis(ThreadLocalRandom.current().nextInt(JITTER_MILLIS));
      boolean tooLong =
          waited.plus(pause).compareTo(FOR_ONE) > 0 || pause.compareTo(left.get()) > 0;
      if (attempts >= ATTEMPTS || tooLong || abandoned.getAsBoolean()) {
        return false;
      }
      attempts++;
      waited = waited.plus(pause);
      left.updateAndGet(rest -> rest.minus(pause));
      waiter.sleep(pause);
      return true;
    }
  }
}
