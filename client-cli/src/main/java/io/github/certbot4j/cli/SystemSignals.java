package io.github.certbot4j.cli;

/**
 * The system's signals. No public API tells them apart; every JDK has this class for use outside
 * it, in the module {@code jdk.unsupported} (JEP 260).
 *
 * <p>To name it is a warning that nothing turns off, so this file is compiled by itself, without
 * having warnings fail the build. Reflection, and a proxy for the handler, would need no such
 * thing, but no archive of classes keeps them, and start-up feels it.
 */
final class SystemSignals {

  private SystemSignals() {}

  /**
   * Has a signal handled from now on, in a thread of its own, unless the caller of this process had
   * it ignored.
   *
   * @param name without {@code SIG}
   * @return false if the JVM was told to leave signals alone; then they end the process as the
   *     system does
   */
  static boolean handle(String name, Handler handler) {
    try {
      sun.misc.Signal.handle(
          new sun.misc.Signal(name),
          signal -> handler.onSignal(signal.getName(), signal.getNumber()));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Is told of signals. */
  @FunctionalInterface
  interface Handler {

    /** One has come; its name is without {@code SIG}. */
    void onSignal(String name, int number);
  }
}
