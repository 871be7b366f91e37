package io.github.certbot4j.lineage;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads small files. The stream of old is what costs least at start-up. */
final class FileText {

  private FileText() {}

  /**
   * The bytes of a file.
   *
   * @throws NoSuchFileException if there is none
   */
  static byte[] bytes(Path file) throws IOException {
    try (InputStream in = new FileInputStream(file.toFile())) {
      return in.readAllBytes();
    } catch (FileNotFoundException e) {
      if (!file.toFile().exists()) {
        NoSuchFileException missing = new NoSuchFileException(file.toString());
        missing.initCause(e);
        throw missing;
      }
      throw e;
    }
  }
}
