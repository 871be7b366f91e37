package io.github.certbot4j.lineage;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads small files. The stream of old is what costs least at start-up. */
final class FileText {

  /** Enough for a renewal configuration, and for most certificates. */
  private static final int USUAL_LENGTH = 2048;

  private FileText() {}

  /**
   * The bytes of a file.
   *
   * @throws NoSuchFileException if there is none
   */
  static byte[] bytes(Path file) throws IOException {
    try (InputStream in = new FileInputStream(file.toFile())) {
      return toTheEnd(in);
    } catch (FileNotFoundException e) {
      if (!file.toFile().exists()) {
        NoSuchFileException missing = new NoSuchFileException(file.toString());
        missing.initCause(e);
        throw missing;
      }
      throw e;
    }
  }

  /** For a small file the stream's own way asks the system three times for the length first. */
  private static byte[] toTheEnd(InputStream in) throws IOException {
    byte[] buffer = new byte[USUAL_LENGTH];
    int length = 0;
    int read = in.read(buffer);
    while (read > 0) {
      length += read;
      if (length == buffer.length) {
        buffer = Arrays.copyOf(buffer, 4 * length);
      }
      read = in.read(buffer, length, buffer.length - length);
    }
    return Arrays.copyOf(buffer, length);
  }
}
