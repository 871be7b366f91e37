package io.github.certbot4j.cli;

import io.github.certbot4j.exec.UnwindStack;
import java.io.PrintStream;
import java.util.List;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the run cleanly when a signal asks for it: what has to be undone is undone, once, while
 * further signals wait; then the process ends with the status that callers expect.
 */
final class Signals {

  private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
  private static final int FATAL_SIGNAL = 128;
  private static final String INTERRUPT = "INT";

  private final UnwindStack unwind;
  private final PrintStream err;
  private final IntConsumer halt;

  Signals(UnwindStack unwind, PrintStream err, IntConsumer halt) {
    this.unwind = unwind;
    this.err = err;
    this.halt = halt;
  }

  /** Begins to handle SIGINT, SIGTERM and SIGHUP, except those that the caller had ignored. */
  void handle() {
    for (String name : List.of(INTERRUPT, "TERM", "HUP")) {
      if (!SystemSignals.handle(name, this::end)) {
        LOG.debug("SIG{} is not handled", name);
      }
    }
  }

  /**
   * Ends the run; the thread that works can't go on afterwards. Unless it was the user's, nothing
   * is written to the terminal: the working thread may hold that, and wait for its reader.
   */
  void end(String name, int number) {
    boolean interrupt = name.equals(INTERRUPT);
    unwind.admitNoMore();
    LOG.debug("SIG{} has come: the run is ended", name);
    for (RuntimeException problem : unwind.unwind(interrupt)) {
      LOG.error("Clean-up failed: {}", problem.getMessage(), problem);
    }
    if (interrupt) {
      err.println("Exiting due to user request.");
      err.flush();
    }
    halt.accept(interrupt ? ExitCodes.FAILED : FATAL_SIGNAL + number);
  }
}
