package io.github.certbot4j.cli.log;

import java.io.IOException;
import java.io.PrintStream;

/**
 * Tells the user, once, that the log can't be written. It goes straight to the terminal, since a
 * record about that would come back.
 */
final class Complaint {

  private final PrintStream err;
  private boolean made;

  Complaint(PrintStream err) {
    this.err = err;
  }

  void about(IOException e) {
    if (!made) {
      made = true;
      err.println("The log can't be written, the run goes on without it: " + e);
    }
  }
}
