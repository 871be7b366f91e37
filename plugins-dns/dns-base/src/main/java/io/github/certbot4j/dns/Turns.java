package io.github.certbot4j.dns;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Has the orders of one plugin, which may be under way at the same time, talk to the service one at
 * a time. So nobody else in this process writes between an order's look at a name's values and its
 * own write, whatever credentials each has; and a service that counts requests gets no more of them
 * than from orders that follow each other. What takes long, the wait for name servers, needs no
 * turn.
 */
final class Turns {

  /** Fair: a clean-up waits for one step of every other order at most. */
  private final Lock turn = new ReentrantLock(true);

  private final AtomicInteger watchers = new AtomicInteger();

  /** Does one step when its turn has come; holds on to it no longer, also if that fails. */
  <T> T take(Supplier<T> step) {
    turn.lock();
    try {
      return step.get();
    } finally {
      turn.unlock();
    }
  }

  /** As {@link #take}, for a step without a result. */
  void run(Runnable step) {
    take(
        () -> {
          step.run();
          return true;
        });
  }

  /** Begins to ask the service now and then whether it is done; to be closed in the end. */
  Watch watch() {
    watchers.incrementAndGet();
    return new Watch();
  }

  /** An order that asks. */
  final class Watch implements AutoCloseable {

    private Watch() {}

    /** How many orders ask now: if each asks that much less often, the service is asked no more. */
    int orders() {
      return watchers.get();
    }

    @Override
    public void close() {
      watchers.decrementAndGet();
    }
  }
}
