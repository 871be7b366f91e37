package io.github.certbot4j.workflow;

import io.github.certbot4j.config.HookOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.spi.Waiter;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits up to eight minutes before the first renewal of an unattended run, so that the machines of
 * the world, woken at the same minute, don't meet at the CA.
 */
public final class RandomDelay {

  private static final Logger LOG = LoggerFactory.getLogger(RandomDelay.class);
  private static final double LONGEST_SECONDS = 480;

  private final Waiter waiter;
  private final DoubleSupplier random;
  private boolean over;

  /**
   * Prepares the delay.
   *
   * @param attended whether a person may be watching, who isn't kept waiting
   * @param random gives numbers from 0 to 1
   */
  public RandomDelay(Waiter waiter, boolean attended, DoubleSupplier random) {
    this.waiter = waiter;
    this.random = random;
    this.over = attended;
  }

  void beforeFirst(Settings settings) {
    if (over || !settings.get(HookOptions.RANDOM_SLEEP_ON_RENEW)) {
      return;
    }
    over = true;
    double seconds = 1 + random.getAsDouble() * (LONGEST_SECONDS - 1);
    LOG.info("Unattended renewal: waiting {} seconds before it starts.", (long) seconds);
    waiter.sleep(Duration.ofMillis((long) (seconds * 1000)));
  }
}
