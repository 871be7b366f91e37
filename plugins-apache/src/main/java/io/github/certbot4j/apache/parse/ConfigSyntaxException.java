package io.github.certbot4j.apache.parse;

import java.nio.file.Path;

/** A file isn't configuration that the server could read. The message names file and place. */
public final class ConfigSyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A fault.
   *
   * @param line from 1
   * @param column from 1, in bytes
   */
  public ConfigSyntaxException(Path file, int line, int column, String problem) {
    super(file + ":" + line + ":" + column + ": " + problem);
  }
}
