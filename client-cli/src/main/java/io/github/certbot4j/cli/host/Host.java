package io.github.certbot4j.cli.host;

import io.github.certbot4j.spi.Environment;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What surrounds the run.
 *
 * @param workingDirectory what relative paths are relative to; absolute
 * @param home the directory that the distribution lies in
 */
public record Host(
    Streams streams, Environment environment, Clock clock, Path workingDirectory, Path home) {

  /** The standard streams, and which of them are terminals. */
  public record Streams(
      InputStream in,
      PrintStream out,
      PrintStream err,
      boolean inIsTerminal,
      boolean outIsTerminal,
      boolean errIsTerminal) {}
}
