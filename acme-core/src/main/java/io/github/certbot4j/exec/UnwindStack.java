package io.github.certbot4j.exec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What must be undone or finished before the process ends, whatever ends it. Each entry runs
 * exactly once, newest first: when its scope is left, or when the process is being ended by a
 * signal.
 *
 * <p>A section run {@link #uninterrupted} and an entry that is running hold back the signal's
 * unwinding until they are done. From {@link #admitNoMore} on, a working thread that would enter
 * another is held for good: a signal that comes in one is the end of the run, however soon the next
 * would begin, and nothing is changed behind the clean-up's back.
 */
public final class UnwindStack {

  private final ReentrantLock sections = new ReentrantLock();
  private final Deque<Entry> entries = new ArrayDeque<>();
  private volatile boolean closed;
  private boolean unwound;

  /** Registers an action that runs when the entry is closed or the process is ended. */
  public Entry push(Runnable action) {
    return push(action, false);
  }

  /** Registers an action that runs only if the user interrupts the program while it is open. */
  public Entry pushForInterrupt(Runnable action) {
    return push(action, true);
  }

  private Entry push(Runnable action, boolean onlyForInterrupt) {
    enter();
    try {
      stopIfUnwound();
      Entry entry = new Entry(action, onlyForInterrupt);
      entries.push(entry);
      return entry;
    } finally {
      sections.unlock();
    }
  }

  /** Runs a section that a signal must not cut in two. */
  public <T> T uninterrupted(Supplier<T> section) {
    enter();
    try {
      stopIfUnwound();
      return section.get();
    } finally {
      sections.unlock();
    }
  }

  /**
   * Lets no thread begin another section or entry. Whoever is in one finishes it, with all that it
   * nests. The caller must unwind and end the process.
   */
  public void admitNoMore() {
    closed = true;
  }

  /**
   * Runs all open entries, newest first, in the calling thread; called when the process is about to
   * end. An action that throws doesn't keep the others from running.
   *
   * @param userInterrupt whether the user asked for the end, as with Ctrl-C
   * @return what actions threw
   */
  public List<RuntimeException> unwind(boolean userInterrupt) {
    admitNoMore();
    List<RuntimeException> errors = new ArrayList<>();
    // Never unlocked: the working thread must not go on.
    sections.lock();
    unwound = true;
    while (!entries.isEmpty()) {
      Entry entry = entries.pop();
      if (userInterrupt || !entry.onlyForInterrupt) {
        try {
          entry.action.run();
        } catch (RuntimeException e) {
          errors.add(e);
        }
      }
    }
    return errors;
  }

  private void enter() {
    while (closed && !sections.isHeldByCurrentThread()) {
      LockSupport.park(this);
      // An interrupt, unless it is cleared, would have park return at once from then on.
      Thread.interrupted();
    }
    sections.lock();
  }

  private void stopIfUnwound() {
    if (unwound) {
      throw new IllegalStateException("the process is ending");
    }
  }

  /** One registered action. */
  public final class Entry implements AutoCloseable {

    private final Runnable action;
    private final boolean onlyForInterrupt;

    private Entry(Runnable action, boolean onlyForInterrupt) {
      this.action = action;
      this.onlyForInterrupt = onlyForInterrupt;
    }

    /** Runs the action now unless it ran already; an interrupt-only action is just dropped. */
    @Override
    public void close() {
      enter();
      try {
        if (entries.remove(this) && !onlyForInterrupt) {
          action.run();
        }
      } finally {
        sections.unlock();
      }
    }
  }
}
