package io.github.certbot4j.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Reads files that this program made itself, and nothing that somebody else put in their place. */
public final class PlainFile {

  private PlainFile() {}

  /**
   * All of a file that must not be a link.
   *
   * @return empty if there is none
   * @throws io.github.certbot4j.model.FailureException if it is a link or anything else than a
   *     file, or can't be read
   */
  public static Optional<byte[]> read(Path file) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw FileTrouble.cannot("read", file, new IOException("It is not a regular file"));
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw FileTrouble.cannot("read", file, e);
    }
  }
}
