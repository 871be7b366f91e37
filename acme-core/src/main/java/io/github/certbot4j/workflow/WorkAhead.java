package io.github.certbot4j.workflow;

import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Works on many items, and hands the results out in the order of the items. Other threads work
 * ahead while the caller deals with the results before. What they haven't come to is worked on by
 * the caller, and while it would have to wait it works ahead itself. A few items aren't worth a
 * thread.
 *
 * @param <K> the items; each is worked on by one thread
 * @param <R> the results; each is handed from one thread to another
 */
final class WorkAhead<K, R> implements Iterator<R>, AutoCloseable {

  static final int MOST_AHEAD_FOR_EACH_THREAD = 32;

  private final List<K> items;
  private final Function<K, R> work;
  private final int few;
  private final Semaphore room;
  private final AtomicInteger nextAhead = new AtomicInteger();
  private int threadsToStart;
  private int next;

  /** For the items from {@link #few} on; none as long as the caller works alone. */
  private List<Slot<R>> slots = List.of();

  private final List<Thread> threads = new ArrayList<>();

  /**
   * Prepares; nothing is worked on before the first call of {@link #next}.
   *
   * @param work done by all threads at the same time, on each item once unless {@link #stop} has it
   *     done anew
   * @param few how many items the caller works on before other threads are started
   * @param threads how many threads work besides the caller's; may be none
   */
  WorkAhead(List<K> items, Function<K, R> work, int few, int threads) {
    this.items = List.copyOf(items);
    this.work = work;
    this.few = few;
    this.threadsToStart = threads;
    this.room = new Semaphore(threads * MOST_AHEAD_FOR_EACH_THREAD);
  }

  @Override
  public boolean hasNext() {
    return next < items.size();
  }

  /**
   * The result of the next item.
   *
   * @throws RuntimeException that of the work on this item
   */
  @Override
  public R next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int at = next++;
    if (at >= few) {
      startThreads();
    }
    return slots.isEmpty() ? work.apply(items.get(at)) : taken(at);
  }

  /**
   * Forgets what was done ahead, and leaves each of the rest to the caller when it comes to it. To
   * be called before anything happens that may change the results; no work is under way when this
   * returns.
   */
  void stop() {
    threadsToStart = 0;
    slots = List.of();
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    threads.clear();
  }

  @Override
  public void close() {
    stop();
  }

  private void startThreads() {
    if (threadsToStart == 0) {
      return;
    }
    List<Slot<R>> all = new ArrayList<>(items.size() - few);
    for (int at = few; at < items.size(); at++) {
      all.add(new Slot<>());
    }
    slots = all;
    for (; threadsToStart > 0; threadsToStart--) {
      Thread thread = new Thread(() -> workAhead(all), "lineages");
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  private R taken(int at) {
    Slot<R> slot = slots.get(at - few);
    room.release();
    workOn(at, slot);
    boolean more = true;
    while (more && !slot.isDone()) {
      more = room.tryAcquire() && workOnNext(slots);
    }
    try {
      return slot.taken();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void workAhead(List<Slot<R>> all) {
    try {
      do {
        room.acquire();
      } while (!Thread.currentThread().isInterrupted() && workOnNext(all));
    } catch (InterruptedException e) {
      // The caller wants no more, and nobody else looks at this thread.
      Thread.currentThread().interrupt();
    }
  }

  /** Works on the next item that nobody has looked at, if there is one. */
  private boolean workOnNext(List<Slot<R>> all) {
    int i = nextAhead.getAndIncrement();
    if (i >= all.size()) {
      return false;
    }
    workOn(i + few, all.get(i));
    return true;
  }

  private void workOn(int at, Slot<R> slot) {
    if (slot.begin()) {
      try {
        slot.put(work.apply(items.get(at)), null);
      } catch (RuntimeException | Error e) {
        slot.put(null, e);
      }
    }
  }

  private static FailureException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new FailureException(new Failure.Cancelled("Interrupted."), cause);
  }

  /** The place of one result, which whoever comes first begins to work on. */
  private static final class Slot<R> {

    private boolean begun;
    private boolean done;

    /** One of the two is null. */
    private R result;

    private Throwable trouble;

    synchronized boolean begin() {
      boolean first = !begun;
      begun = true;
      return first;
    }

    synchronized boolean isDone() {
      return done;
    }

    synchronized void put(R newResult, Throwable newTrouble) {
      result = newResult;
      trouble = newTrouble;
      done = true;
      notifyAll();
    }

    /** Waits for the result, and keeps it no longer. */
    synchronized R taken() throws InterruptedException {
      while (!done) {
        wait();
      }
      if (trouble instanceof RuntimeException exception) {
        throw exception;
      }
      if (trouble instanceof Error error) {
        throw error;
      }
      R taken = result;
      result = null;
      return taken;
    }
  }
}
