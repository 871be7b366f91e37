package io.github.certbot4j.workflow;

import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/**
 * Reads items, in their order, in another thread while the caller deals with those before. A few
 * items aren't worth a thread: the caller's reads them itself.
 *
 * @param <K> what an item is read by
 * @param <T> the items; each is handed from the one thread to the other
 */
final class ReadAhead<K, T> implements Iterator<T>, AutoCloseable {

  static final int FEW = 16;
  static final int MOST_AHEAD = 32;

  private final List<K> keys;
  private final Function<K, T> reader;
  private final BlockingQueue<Read<T>> ready = new ArrayBlockingQueue<>(MOST_AHEAD);
  private int next;
  private boolean ahead;

  /** Null until the thread is started. */
  private Thread thread;

  /**
   * Prepares; nothing is read before the first call of {@link #next}.
   *
   * @param reader called by one thread at a time, once for each key unless {@link #stop} made it
   *     read anew
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
    ready.clear();
  }

  @Override
  public void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }

  private T taken(int at) {
    if (thread == null) {
      thread = new Thread(() -> readFrom(at), "lineages");
      thread.setDaemon(true);
      thread.start();
    }
    try {
      return ready.take().get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void readFrom(int first) {
    try {
      for (int at = first; at < keys.size() && !Thread.currentThread().isInterrupted(); at++) {
        ready.put(read(keys.get(at)));
      }
    } catch (InterruptedException e) {
      // The caller wants no more, and nobody else looks at this thread.
      Thread.currentThread().interrupt();
    }
  }

  private Read<T> read(K key) {
    try {
      return new Read<>(reader.apply(key), null);
    } catch (RuntimeException | Error e) {
      return new Read<>(null, e);
    }
  }

  private static FailureException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new FailureException(new Failure.Cancelled("Interrupted."), cause);
  }

  /** One of the two is null. */
  private record Read<T>(T item, Throwable trouble) {

    T get() {
      if (trouble instanceof RuntimeException exception) {
        throw exception;
      }
      if (trouble instanceof Error error) {
        throw error;
      }
      return item;
    }
  }
}
