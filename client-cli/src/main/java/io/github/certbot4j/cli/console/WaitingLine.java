package io.github.certbot4j.cli.console;

import java.io.PrintStream;
import java.time.Duration;

/** Shows a person at a terminal that a long wait is going on: a line that moves, and goes away. */
public final class WaitingLine {

  /** Shorter waits would only make the line flicker. */
  private static final Duration WORTH_SHOWING = Duration.ofMillis(700);

  private static final long STEP_MILLIS = 200;
  private static final String[] FRAMES = {".  ", ".. ", "...", " ..", "  .", "   "};
  private static final String ERASE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean visible;
  private final Sleeper sleeper;

  WaitingLine(PrintStream out, boolean visible, Sleeper sleeper) {
    this.out = out;
    this.visible = visible;
    this.sleeper = sleeper;
  }

  /**
   * Makes a line.
   *
   * @param visible whether the output is a terminal with somebody who wants to see it
   */
  public static WaitingLine on(PrintStream out, boolean visible) {
    return new WaitingLine(out, visible, Thread::sleep);
  }

  /**
   * Waits.
   *
   * @throws InterruptedException when the thread is interrupted; the line is gone then, too
   */
  public void sleep(Duration duration) throws InterruptedException {
    if (!visible || duration.compareTo(WORTH_SHOWING) < 0) {
      sleeper.sleep(duration.toMillis());
      return;
    }
    long left = duration.toMillis();
    try {
      for (int frame = 0; left > 0; frame++) {
        out.print("\rWaiting " + FRAMES[frame % FRAMES.length]);
        out.flush();
        long step = Math.min(left, STEP_MILLIS);
        sleeper.sleep(step);
        left -= step;
      }
    } finally {
      out.print(ERASE);
      out.flush();
    }
  }

  /** Lets time pass. */
  @FunctionalInterface
  interface Sleeper {
    void sleep(long millis) throws InterruptedException;
  }
}
