package io.github.certbot4j.deploy;

import io.github.certbot4j.exec.UnwindStack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stretch of work that is undone when it ends early, be it by an exception or by a signal. Opened
 * in a try-with-resources statement.
 */
final class Guard implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

  private final UnwindStack unwind;
  private final Runnable undo;
  private final UnwindStack.Entry entry;
  // Read and written only in sections of the stack.
  private boolean done;

  /**
   * Begins the stretch.
   *
   * @param undo runs once at most; what it throws is logged, so that the cause isn't hidden
   */
  Guard(UnwindStack unwind, Runnable undo) {
    this.unwind = unwind;
    this.undo = undo;
    this.entry = unwind.push(this::undoUnlessDone);
  }

  /** Runs a part of the work that a signal must not cut in two. It must not ask questions. */
  void section(Runnable part) {
    unwind.uninterrupted(
        () -> {
          part.run();
          return this;
        });
  }

  /** Runs the last part of the work; after it nothing is undone any more. */
  void lastSection(Runnable part) {
    section(
        () -> {
          part.run();
          done = true;
        });
  }

  @Override
  public void close() {
    entry.close();
  }

  private void undoUnlessDone() {
    if (done) {
      return;
    }
    try {
      undo.run();
    } catch (RuntimeException e) {
      LOG.error("Undoing the changes failed: {}", e.getMessage());
      LOG.debug("Undoing the changes failed", e);
    }
  }
}
