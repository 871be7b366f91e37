package io.github.certbot4j.lineage;

import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.FileMode;
import io.github.certbot4j.model.Directories;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The history of keys or of signing requests that were made: {@code keys/NNNN_key-certbot.pem},
 * {@code csr/NNNN_csr-certbot.pem}. Only an order that is carried on reads its key back.
 */
public final class NumberedFiles {

  private final AtomicFiles files;
  private final Path directory;
  private final FileMode directoryMode;
  private final FileMode fileMode;
  private final String suffix;

  private NumberedFiles(
      AtomicFiles files, Path directory, String suffix, FileMode directoryMode, FileMode fileMode) {
    this.files = files;
    this.directory = directory;
    this.suffix = suffix;
    this.directoryMode = directoryMode;
    this.fileMode = fileMode;
  }

  /** The history of private keys, for the owner's eyes only. */
  public static NumberedFiles keys(Directories directories, AtomicFiles files) {
    return new NumberedFiles(
        files,
        directories.keys(),
        "_key-certbot.pem",
        FileMode.SECRET_DIRECTORY,
        FileMode.SECRET_FILE);
  }

  /** The history of signing requests. */
  public static NumberedFiles signingRequests(Directories directories, AtomicFiles files) {
    return new NumberedFiles(
        files,
        directories.csr(),
        "_csr-certbot.pem",
        FileMode.OPEN_DIRECTORY,
        FileMode.masked(0644));
  }

  /**
   * Writes a file under the first free number, counted from 0.
   *
   * @return the file
   * @throws io.github.certbot4j.model.FailureException if the system refuses
   */
  public Path add(String pem) {
    files.makeDirectories(directory, directoryMode);
    byte[] content = pem.getBytes(StandardCharsets.ISO_8859_1);
    String[] names = directory.toFile().list();
    Set<String> taken = names == null ? Set.of() : new HashSet<>(List.of(names));
    for (int number = 0; ; number++) {
      String name = String.format(Locale.ROOT, "%04d", number) + suffix;
      Path file = directory.resolve(name);
      if (!taken.contains(name) && files.create(file, content, fileMode)) {
        return file;
      }
    }
  }
}
