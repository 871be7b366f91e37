package io.github.certbot4j.workflow;

import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works on many items with all processors, and hands the results out in the order of the items. A
 * few items aren't worth a thread: they are worked on by the caller's.
 *
 * @param <T> the items; each is worked on by one thread
 * @param <R> the results
 */
final class ManyAtOnce<T, R> {

  private static final int FEW = 50;
  private static final int WAITING_FOR_EACH_THREAD = 16;

  private final Function<T, R> work;
  private final Consumer<R> results;
  private final int processors;
  private final Deque<Future<R>> open = new ArrayDeque<>();

  /**
   * Prepares.
   *
   * @param work done by several threads at the same time
   * @param results called by the caller's thread only
   */
  ManyAtOnce(Function<T, R> work, Consumer<R> results, int processors) {
    this.work = work;
    this.results = results;
    this.processors = processors;
  }

  /**
   * Works on all items.
   *
   * @throws RuntimeException that of the first item, in their order, whose work failed
   */
  void workOn(Iterable<? extends T> items) {
    Iterator<? extends T> rest = items.iterator();
    for (int done = 0; rest.hasNext() && (done < FEW || processors == 1); done++) {
      results.accept(work.apply(rest.next()));
    }
    if (rest.hasNext()) {
      workInThreads(rest);
    }
  }

  private void workInThreads(Iterator<? extends T> rest) {
    ExecutorService threads = Executors.newFixedThreadPool(processors, ManyAtOnce::daemon);
    try {
      while (rest.hasNext()) {
        T item = rest.next();
        open.add(threads.submit(() -> work.apply(item)));
        if (open.size() >= processors * WAITING_FOR_EACH_THREAD) {
          handOutFirst();
        }
      }
      while (!open.isEmpty()) {
        handOutFirst();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void handOutFirst() {
    try {
      results.accept(open.remove().get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailureException(new Failure.Cancelled("Interrupted."), e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "lineages");
    thread.setDaemon(true);
    return thread;
  }
}
