package io.github.certbot4j.acme.acme4j;

import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sends requests that don't depend on each other: several at once where the server is far away, one
 * after the other where it is near, since each further thread costs a connection and a nonce.
 */
final class SideBySide {

  private static final int KEPT_BY_DEFAULT = 5;

  private static final Duration FAR = Duration.ofMillis(10);
  private static final Duration LONG = Duration.ofMillis(300);

  private final Supplier<Duration> roundTrip;
  private final int most;

  /**
   * Prepares.
   *
   * @param roundTrip the shortest time that a request has taken so far
   * @param most how many at once; of more connections than are kept, each request would open one
   */
  SideBySide(Supplier<Duration> roundTrip, int most) {
    this.roundTrip = roundTrip;
    this.most = most;
  }

  /**
   * How many idle connections to a host the JDK keeps: {@code http.maxConnections}, or five (Java
   * Networking and Proxies).
   */
  static int connectionsKept() {
    int kept = Integer.getInteger("http.maxConnections", KEPT_BY_DEFAULT);
    return kept > 0 ? kept : KEPT_BY_DEFAULT;
  }

  /**
   * Sends a request for each item.
   *
   * @return the results in the order of the items
   * @throws RuntimeException that of the first item, in their order, that failed; later ones may
   *     have been left out
   */
  <T, R> List<R> map(List<T> items, Function<T, R> request) {
    Duration each = roundTrip.get();
    boolean worthIt =
        each.compareTo(FAR) >= 0 && each.multipliedBy(items.size()).compareTo(LONG) >= 0;
    return worthIt ? atOnce(items, request) : items.stream().map(request).toList();
  }

  private <T, R> List<R> atOnce(List<T> items, Function<T, R> request) {
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.min(most, items.size()), SideBySide::daemon);
    try {
      List<Future<R>> futures = new ArrayList<>(items.size());
      for (T item : items) {
        futures.add(threads.submit(() -> request.apply(item)));
      }
      List<R> results = new ArrayList<>(items.size());
      for (Future<R> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailureException(new Failure.Cancelled("Interrupted."), e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "acme-request");
    thread.setDaemon(true);
    return thread;
  }
}
