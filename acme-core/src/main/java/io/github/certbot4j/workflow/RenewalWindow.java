package io.github.certbot4j.workflow;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the certificates of several lineages obtained at the same time. All else, hooks above all,
 * happens in the caller's thread, in the order of the lineages.
 *
 * <p>Before a lineage that can't overlap with others begins, those before it are completed. So it
 * is with one that shares a name with another, since one's clean-up could take away what the CA
 * still has to find for the other. Hooks may stop servers; they run when nothing is under way.
 */
final class RenewalWindow implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RenewalWindow.class);

  private static final long SECONDS_FOR_CLEAN_UP = 60;

  private final Consumer<List<RenewalOutcome>> results;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private int width;
  private int underWay;

  /** Made when the first two lineages overlap. */
  private ExecutorService threads;

  /**
   * Opens a window.
   *
   * @param width how many certificates may be obtained at the same time, at least one
   * @param results is given the outcomes of each lineage, in their order
   */
  RenewalWindow(int width, Consumer<List<RenewalOutcome>> results) {
    this.width = width;
    this.results = results;
  }

  /** Adds the next lineage; waits until it may begin. */
  void add(LineageRun run) {
    Entry entry = new Entry(run, null);
    if (run.isDue()) {
      boolean overlaps = width > 1 && run.mayOverlap();
      if (underWay > 0 && (!overlaps || run.disturbsAtBegin() || sharesName(run))) {
        finish();
      }
      while (underWay >= width) {
        makeRoom();
      }
      run.begin();
      // The CA may have asked for less while room was made.
      if (overlaps && width > 1) {
        underWay++;
        entry = new Entry(run, threads().submit(obtaining(run)));
      } else {
        run.obtain();
      }
    }
    entries.add(entry);
    while (!entries.isEmpty() && (underWay == 0 || entries.peek().obtaining() == null)) {
      completeFirst();
    }
  }

  /** Libraries of the lineage's plugin look for services with the loader it was made with. */
  private static Runnable obtaining(LineageRun run) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return () -> {
      Thread.currentThread().setContextClassLoader(loader);
      run.obtain();
    };
  }

  /** No hook runs while the CA may be looking for something. */
  private void makeRoom() {
    if (entries.stream().anyMatch(each -> each.run().disturbsAtEnd())) {
      finish();
    } else {
      completeFirst();
    }
  }

  /** Waits for all that are under way, then completes them. */
  void finish() {
    for (Entry each : entries) {
      if (each.obtaining() != null) {
        await(each.obtaining());
      }
    }
    while (!entries.isEmpty()) {
      completeFirst();
    }
  }

  private boolean sharesName(LineageRun run) {
    Set<String> names = withoutWildcards(run);
    for (Entry other : entries) {
      if (other.obtaining() != null
          && withoutWildcards(other.run()).stream().anyMatch(names::contains)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> withoutWildcards(LineageRun run) {
    Set<String> names = new HashSet<>();
    for (DomainName name : run.names()) {
      names.add(name.withoutWildcard());
    }
    return names;
  }

  private void completeFirst() {
    Entry first = entries.remove();
    if (first.obtaining() != null) {
      await(first.obtaining());
      underWay--;
    }
    results.accept(first.run().complete());
    if (first.run().isRateLimited() && width > 1) {
      LOG.warn("The CA asks for fewer requests; the rest is renewed one after the other.");
      width = 1;
    }
  }

  private static void await(Future<?> obtaining) {
    try {
      obtaining.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailureException(new Failure.Cancelled("Interrupted while renewing."), e);
    } catch (ExecutionException e) {
      // What is wrong with a lineage is kept by its run, so the program itself is broken.
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private ExecutorService threads() {
    if (threads == null) {
      threads = Executors.newFixedThreadPool(width, RenewalWindow::daemon);
    }
    return threads;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "renewal");
    thread.setDaemon(true);
    return thread;
  }

  /** Breaks off what is still under way, and lets it clean up. */
  @Override
  public void close() {
    if (threads == null) {
      return;
    }
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(SECONDS_FOR_CLEAN_UP, TimeUnit.SECONDS)) {
        LOG.warn("A renewal did not end in time; its challenges may not have been cleaned up.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A lineage that isn't completed.
   *
   * @param obtaining null if nothing is obtained for it in another thread
   */
  private record Entry(LineageRun run, Future<?> obtaining) {}
}
