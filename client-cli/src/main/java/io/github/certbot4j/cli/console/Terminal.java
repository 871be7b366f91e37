package io.github.certbot4j.cli.console;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * The streams a dialogue uses, and whether a person is likely to sit at them.
 *
 * @param input where answers come from
 * @param output where texts and questions go
 * @param inputIsTerminal whether {@code input} is a terminal
 * @param outputIsTerminal whether {@code output} is a terminal
 */
public record Terminal(
    InputStream input, PrintStream output, boolean inputIsTerminal, boolean outputIsTerminal) {

  boolean isAttended() {
    return inputIsTerminal && outputIsTerminal;
  }
}
