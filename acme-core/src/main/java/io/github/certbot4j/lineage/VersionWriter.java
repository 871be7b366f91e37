package io.github.certbot4j.lineage;

import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.FileMode;
import io.github.certbot4j.file.FileTrouble;
import io.github.certbot4j.file.StagedFile;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the four files of one version into an archive directory. All of them are complete and on
 * disk under temporary names before the first gets its own, so a full disk is noticed while nothing
 * has changed, and a file that can be seen is whole. The version exists once its last file does.
 */
final class VersionWriter implements AutoCloseable {

  /** The key comes first: a certificate without its key would be of no use to anybody. */
  private static final List<Kind> ORDER =
      List.of(Kind.PRIVKEY, Kind.CERT, Kind.CHAIN, Kind.FULLCHAIN);

  private static final int KEPT_FROM_OLD_KEY = 0074;

  private final AtomicFiles files;
  private final Path directory;
  private final List<StagedFile> staged = new ArrayList<>(ORDER.size());

  private VersionWriter(AtomicFiles files, Path directory) {
    this.files = files;
    this.directory = directory;
  }

  /**
   * Prepares a version. Close the result whatever happens.
   *
   * @param priorKey the key whose group and permissions the new one gets, as far as they are
   *     harmless: group, and reading for others
   * @throws FailureException if the system refuses, also to set the group; nothing is left then
   */
  static VersionWriter prepare(
      AtomicFiles files,
      Path directory,
      ArchiveVersion version,
      Material material,
      Optional<Path> priorKey) {
    material.requireMatchingKey();
    VersionWriter writer = new VersionWriter(files, directory);
    try {
      // A private key may lie there under a number that is not next any more.
      new Leftovers(files).removeFrom(directory);
      for (Kind kind : ORDER) {
        FileMode mode = kind == Kind.PRIVKEY ? keyMode(priorKey) : FileMode.BY_UMASK;
        Path file = directory.resolve(kind.archiveName(version));
        writer.staged.add(files.stage(file, material.content(kind), mode));
      }
      return writer;
    } catch (FailureException e) {
      writer.close();
      throw e;
    }
  }

  /** Makes the files visible, the whole version with the last one. */
  void publish() {
    List<Path> published = new ArrayList<>(ORDER.size());
    try {
      for (StagedFile file : staged) {
        if (!file.publish()) {
          throw FailureException.storage(
              file.target() + " appeared while it was to be written.",
              "Make sure that nothing else writes to " + directory + ", and try again.");
        }
        published.add(file.target());
      }
    } catch (FailureException e) {
      published.forEach(files::delete);
      throw e;
    }
    files.force(directory);
  }

  /** Removes what was prepared and not published. */
  @Override
  public void close() {
    staged.forEach(StagedFile::close);
  }

  private static FileMode keyMode(Optional<Path> priorKey) {
    if (priorKey.isEmpty()) {
      return FileMode.SECRET_FILE;
    }
    Path key = priorKey.get();
    try {
      int bits = (int) Files.getAttribute(key, "unix:mode");
      int group = (int) Files.getAttribute(key, "unix:gid");
      return FileMode.exactly(0600 | (bits & KEPT_FROM_OLD_KEY)).withGroup(group);
    } catch (IOException e) {
      throw FileTrouble.cannot("read the permissions of", key, e);
    }
  }
}
