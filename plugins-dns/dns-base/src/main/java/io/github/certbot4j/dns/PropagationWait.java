package io.github.certbot4j.dns;

import io.github.certbot4j.dns.lookup.PropagationCheck;
import io.github.certbot4j.dns.lookup.PropagationCheck.Findings;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import io.github.certbot4j.spi.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until the name servers show what was published, but no longer than it may. */
final class PropagationWait {

  private static final Logger LOG = LoggerFactory.getLogger(PropagationWait.class);
  private static final Duration INTERVAL = Duration.ofSeconds(2);
  private static final Duration LATER_INTERVAL = Duration.ofSeconds(5);
  private static final Duration LATER = Duration.ofMinutes(1);
  private static final Duration HOPELESS = Duration.ofSeconds(10);
  private static final Duration SETTLE = Duration.ofSeconds(3);
  private static final int ROUNDS = 2;

  private final Waiter waiter;
  private final PropagationCheck check;
  private final Turns turns;
  private final Duration limit;
  private final Duration syncLimit;
  private final Instant start;
  private Duration slept = Duration.ZERO;
  private Duration end;

  /**
   * Starts now.
   *
   * @param turns knows how many orders ask the same service
   * @param limit how long to wait for name servers
   * @param syncLimit how long to wait for what the service itself says; if that is longer, the
   *     other limit counts from then on, else from the start
   */
  PropagationWait(
      Waiter waiter, PropagationCheck check, Turns turns, Duration limit, Duration syncLimit) {
    this.waiter = waiter;
    this.check = check;
    this.turns = turns;
    this.limit = limit;
    this.syncLimit = syncLimit;
    this.start = waiter.now();
    this.end = syncLimit;
  }

  /** Waits until all services have the values, and then the rest of the time without looking. */
  void blindly(Collection<DnsService> services) {
    LOG.info("Waiting {} seconds for DNS changes to propagate", limit.toSeconds());
    awaitSync(services);
    pause(left());
  }

  /**
   * Waits until all services and name servers have the values.
   *
   * @param services those that made changes
   * @param wanted the values by full names
   */
  void watching(Collection<DnsService> services, Map<String, ? extends Collection<String>> wanted) {
    LOG.info(
        "Waiting for the name servers to show the records, for at most {} seconds",
        limit.toSeconds());
    awaitSync(services);
    Duration sinceSync = elapsed();
    int complete = 0;
    while (true) {
      Findings findings = check.look(wanted);
      complete = findings.isComplete() ? complete + 1 : 0;
      if (complete == ROUNDS) {
        pause(SETTLE);
        LOG.info("The name servers show the records after {} seconds", elapsed().toSeconds());
        return;
      }
      boolean unseen = findings.missing().isEmpty() && !findings.unasked().isEmpty();
      if (unseen && elapsed().minus(sinceSync).compareTo(HOPELESS) >= 0) {
        waitUnseen(findings.unasked());
        return;
      }
      if (left().isZero()) {
        giveUp(findings);
        return;
      }
      pause(elapsed().compareTo(LATER) < 0 ? INTERVAL : LATER_INTERVAL);
    }
  }

  private void awaitSync(Collection<DnsService> services) {
    for (DnsService service : services) {
      try (Turns.Watch watch = turns.watch()) {
        while (!service.isInSync() && !left().isZero()) {
          pause(INTERVAL.multipliedBy(watch.orders()));
        }
      } catch (DnsTroubleException e) {
        LOG.debug("The service does not say whether its name servers are up to date", e);
      }
    }
    if (syncLimit.compareTo(limit) > 0) {
      end = elapsed().plus(limit);
    }
  }

  private void waitUnseen(List<String> names) {
    LOG.info(
        "No name server for {} can be asked from here; waiting the remaining {} seconds",
        String.join(", ", names),
        left().toSeconds());
    pause(left());
  }

  private void giveUp(Findings findings) {
    if (findings.isComplete()) {
      return;
    }
    List<String> lacks =
        findings.missing().isEmpty()
            ? List.of("no name server for " + String.join(", ", findings.unasked()) + " answers")
            : findings.missing();
    LOG.warn(
        "After {} seconds not all name servers show the records ({}); going on all the same.",
        elapsed().toSeconds(),
        String.join("; ", lacks));
  }

  private void pause(Duration wish) {
    Duration pause = wish.compareTo(left()) < 0 ? wish : left();
    if (!pause.isZero()) {
      slept = slept.plus(pause);
      waiter.sleep(pause);
    }
  }

  /** Of the clock and what was slept, the longer: the clock may be set back in the meantime. */
  private Duration elapsed() {
    Duration byClock = Duration.between(start, waiter.now());
    return byClock.compareTo(slept) > 0 ? byClock : slept;
  }

  private Duration left() {
    Duration left = end.minus(elapsed());
    return left.isNegative() ? Duration.ZERO : left;
  }
}
