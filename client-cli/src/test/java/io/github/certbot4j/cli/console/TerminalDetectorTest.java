package io.github.certbot4j.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalDetectorTest {

  @TempDir Path descriptors;

  @Test
  void pseudo_terminals_serial_lines_and_the_console_are_terminals() throws IOException {
    link(0, "/dev/pts/3");
    link(1, "/dev/ttyS0");
    link(2, "/dev/console");
    TerminalDetector detector = new TerminalDetector(descriptors);
    assertThat(detector.isTerminal(0)).isTrue();
    assertThat(detector.isTerminal(1)).isTrue();
    assertThat(detector.isTerminal(2)).isTrue();
  }

  @Test
  void pipes_files_and_closed_streams_are_not() throws IOException {
    link(0, "pipe:[4711]");
    link(1, "/dev/null");
    TerminalDetector detector = new TerminalDetector(descriptors);
    assertThat(detector.isTerminal(0)).isFalse();
    assertThat(detector.isTerminal(1)).isFalse();
    assertThat(detector.isTerminal(2)).isFalse();
  }

  private void link(int descriptor, String target) throws IOException {
    Files.createSymbolicLink(descriptors.resolve(Integer.toString(descriptor)), Path.of(target));
  }
}
