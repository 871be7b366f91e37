package io.github.certbot4j.workflow;

import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Reads items, in their order, in another thread while the caller deals with those before. An item
 * that this thread hasn't come to is read by the caller, who so waits for one that is being read at
 * most. A few items aren't worth a thread.
 *
 * @param <K> what an item is read by
 * @param <T> the items; each is handed from the one thread to the other
 */
final class ReadAhead<K, T> implements Iterator<T>, AutoCloseable {

  static final int FEW = 16;
  static final int MOST_AHEAD = 32;

  private final List<K> keys;
  private final Function<K, T> reader;
  private final Semaphore room = new Semaphore(MOST_AHEAD);
  private int next;
  private boolean ahead;

  /** Those from {@link #FEW} on; none until the thread is started. */
  private List<Slot<T>> slots = List.of();

  /** Null until it is started. */
  private Thread thread;

  /**
   * Prepares; nothing is read before the first call of {@link #next}.
   *
   * @param reader called by two threads, for each key once unless {@link #stop} has it read anew
   * @param processors of the machine; a thread is used only if there are several
   */
  ReadAhead(List<K> keys, Function<K, T> reader, int processors) {
    this.keys = List.copyOf(keys);
    this.reader = reader;
    this.ahead = processors > 1 && keys.size() > FEW;
  }

  @Override
  public boolean hasNext() {
    return next < keys.size();
  }

  /**
   * The next item.
   *
   * @throws RuntimeException what the reader threw at this item
   */
  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int at = next++;
    return ahead && at >= FEW ? taken(at) : reader.apply(keys.get(at));
  }

  /**
   * Forgets what was read ahead, and reads each of the rest when the caller comes to it. To be
   * called before anything happens that may change what is read; the reader isn't under way when
   * this returns.
   */
  void stop() {
    ahead = false;
    if (thread == null) {
      return;
    }
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    thread = null;
    slots = List.of();
  }

  @Override
  public void close() {
    stop();
  }

  private T taken(int at) {
    if (thread == null) {
      start();
    }
    Slot<T> slot = slots.get(at - FEW);
    room.release();
    read(at, slot);
    try {
      return slot.taken();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void start() {
    List<Slot<T>> all = new ArrayList<>(keys.size() - FEW);
    for (int at = FEW; at < keys.size(); at++) {
      all.add(new Slot<>());
    }
    slots = all;
    thread = new Thread(() -> readAll(all), "lineages");
    thread.setDaemon(true);
    thread.start();
  }

  private void readAll(List<Slot<T>> all) {
    try {
      for (int i = 0; i < all.size() && !Thread.currentThread().isInterrupted(); i++) {
        room.acquire();
        read(i + FEW, all.get(i));
      }
    } catch (InterruptedException e) {
      // The caller wants no more, and nobody else looks at this thread.
      Thread.currentThread().interrupt();
    }
  }

  private void read(int at, Slot<T> slot) {
    if (slot.begin()) {
      try {
        slot.put(reader.apply(keys.get(at)), null);
      } catch (RuntimeException | Error e) {
        slot.put(null, e);
      }
    }
  }

  private static FailureException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new FailureException(new Failure.Cancelled("Interrupted."), cause);
  }

  /** The place of one item, which whoever comes first begins to read. */
  private static final class Slot<T> {

    private boolean begun;
    private boolean read;

    /** One of the two is null. */
    private T item;

    private Throwable trouble;

    synchronized boolean begin() {
      boolean first = !begun;
      begun = true;
      return first;
    }

    synchronized void put(T newItem, Throwable newTrouble) {
      item = newItem;
      trouble = newTrouble;
      read = true;
      notifyAll();
    }

    /** Waits for the item, and keeps it no longer. */
    synchronized T taken() throws InterruptedException {
      while (!read) {
        wait();
      }
      if (trouble instanceof RuntimeException exception) {
        throw exception;
      }
      if (trouble instanceof Error error) {
        throw error;
      }
      T result = item;
      item = null;
      return result;
    }
  }
}
