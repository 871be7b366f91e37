package io.github.certbot4j.cli.console;

import io.github.certbot4j.spi.Display;
import java.time.Duration;

/** Opens the display that a run was asked to have. */
public final class Displays {

  /** How long an answer is awaited. */
  static final Duration PATIENCE = Duration.ofHours(10);

  private Displays() {}

  /**
   * A display on the terminal.
   *
   * @param forceInteractive put every question even when input or output is no terminal; only
   *     looked at in the interactive mode
   */
  public static Display open(DisplayMode mode, Terminal terminal, boolean forceInteractive) {
    return open(mode, terminal, forceInteractive, PATIENCE);
  }

  static Display open(
      DisplayMode mode, Terminal terminal, boolean forceInteractive, Duration patience) {
    return switch (mode) {
      case QUIET -> new QuietDisplay();
      case NON_INTERACTIVE -> new UnattendedDisplay(new Screen(terminal.output()));
      case INTERACTIVE ->
          new InteractiveDisplay(
              new Screen(terminal.output()),
              new AnswerReader(terminal.input(), patience),
              forceInteractive || terminal.isAttended());
    };
  }
}
