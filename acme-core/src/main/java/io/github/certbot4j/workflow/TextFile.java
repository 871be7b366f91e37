package io.github.certbot4j.workflow;

import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files that users name. */
final class TextFile {

  private TextFile() {}

  /**
   * Reads a file.
   *
   * @param what what the file is, for the error
   */
  static byte[] bytes(Path file, String what) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      String reason =
          e instanceof NoSuchFileException
              ? "there is no such file"
              : e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
      throw new FailureException(
          new Failure.Environment(
              "Could not read " + what + " " + file + ": " + reason + ".",
              "Check the path and its permissions.",
              false),
          e);
    }
  }

  static String read(Path file, String what) {
    return new String(bytes(file, what), StandardCharsets.UTF_8);
  }
}
