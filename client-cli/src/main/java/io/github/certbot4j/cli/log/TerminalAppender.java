package io.github.certbot4j.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.io.PrintStream;

/**
 * Shows messages to the user, without time or level; what matters is red. It locks nothing for a
 * record that it doesn't show: a signal's handler must get on while a terminal is stopped.
 */
final class TerminalAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintStream err;
  private final boolean colours;
  private Level threshold = Level.WARN;
  private boolean traces;

  TerminalAppender(PrintStream err, boolean colours) {
    this.err = err;
    this.colours = colours;
  }

  void show(Level newThreshold, boolean withTraces) {
    threshold = newThreshold;
    traces = withTraces;
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (!isShown(event)) {
      return;
    }
    StringBuilder text = new StringBuilder();
    boolean red = colours && event.getLevel().isGreaterOrEqual(Level.WARN);
    text.append(red ? RED : "").append(event.getFormattedMessage()).append(red ? PLAIN : "");
    text.append('\n');
    if (traces) {
      LogLine.appendTrace(event, text);
    }
    err.print(text);
    err.flush();
  }

  /** What libraries have to say below a warning is for those who asked for more. */
  private boolean isShown(ILoggingEvent event) {
    boolean ordinary = threshold.isGreaterOrEqual(Level.INFO);
    Level least =
        ordinary && !event.getLoggerName().startsWith(LogSystem.OWN)
            ? Level.toLevel(Math.max(threshold.toInt(), Level.WARN_INT))
            : threshold;
    return event.getLevel().isGreaterOrEqual(least);
  }
}
