package io.github.certbot4j.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells whether a standard stream is a terminal. The JDK answers that only for input and output
 * together, and not alike in all releases; the kernel's table of open files answers it for each.
 */
public final class TerminalDetector {

  private final Path descriptors;

  /**
   * @param descriptors the directory with a link for each open file, {@code /proc/self/fd}
   */
  public TerminalDetector(Path descriptors) {
    this.descriptors = descriptors;
  }

  /** Whether the file descriptor is a terminal; false when that can't be found out. */
  public boolean isTerminal(int descriptor) {
    String target;
    try {
      target = Files.readSymbolicLink(descriptors.resolve(Integer.toString(descriptor))).toString();
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
    return target.startsWith("/dev/pts/")
        || target.startsWith("/dev/tty")
        || target.equals("/dev/console");
  }
}
