package io.github.certbot4j.cli;

import io.github.certbot4j.exec.UnwindStack;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
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
    try {
      // By reflection, because javac's warning about this class can't be turned off for one place,
      // and there is no public API that tells the signals apart.
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object ending =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> onSignal(method.getName(), arguments));
      Method handle = signal.getMethod("handle", signal, handler);
      for (String name : List.of(INTERRUPT, "TERM", "HUP")) {
        handle.invoke(null, signal.getConstructor(String.class).newInstance(name), ending);
      }
    } catch (ReflectiveOperationException e) {
      // The JVM was told to leave signals alone; then they end the process as the system does.
      LOG.debug("Signals are not handled", e);
    }
  }

  private Object onSignal(String method, Object[] arguments) throws ReflectiveOperationException {
    if (method.equals("handle")) {
      Object signal = arguments[0];
      Class<?> type = signal.getClass();
      end(
          (String) type.getMethod("getName").invoke(signal),
          (Integer) type.getMethod("getNumber").invoke(signal));
    }
    return null;
  }

  /** Ends the run; the thread that works can't go on afterwards. */
  void end(String name, int number) {
    boolean interrupt = name.equals(INTERRUPT);
    for (RuntimeException problem : unwind.unwind(interrupt)) {
      LOG.error("Clean-up failed: {}", problem.getMessage(), problem);
    }
    if (interrupt) {
      err.println("Exiting due to user request.");
    }
    err.flush();
    halt.accept(interrupt ? ExitCodes.FAILED : FATAL_SIGNAL + number);
  }
}
