package io.github.certbot4j.exec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What must be undone or finished before the process ends, whatever ends it. Each entry runs
 * exactly once, newest first: when its scope is left, or when the process is being ended by a
 * signal.
 *
 * <p>A section run {@link #uninterrupted} and an entry that is running hold back the signal's
 * unwinding until they are done. After unwinding has begun the working thread cannot enter another
 * such section, so that nothing is changed behind the clean-up's back.
 */
public final class UnwindStack {

  private final ReentrantLock sections = new ReentrantLock();
  private final Deque<Entry> entries = new ArrayDeque<>();
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
    sections.lock();
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
    sections.lock();
    try {
      stopIfUnwound();
      return section.get();
    } finally {
      sections.unlock();
    }
  }

  /**
   * Runs all open entries, newest first, in the calling thread; called when the process is about to
   * end. An action that throws doesn't keep the others from running.
   *
   * @param userInterrupt whether the user asked for the end, as with Ctrl-C
   * @return what actions threw
   */
  public List<RuntimeException> unwind(boolean userInterrupt) {
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
      sections.lock();
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
