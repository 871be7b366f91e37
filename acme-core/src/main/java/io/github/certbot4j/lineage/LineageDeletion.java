package io.github.certbot4j.lineage;

import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.FailureException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the files of a lineage, live links first, so that none of them ever leads nowhere. What
 * can't be removed is named and left.
 */
final class LineageDeletion {

  private static final Logger LOG = LoggerFactory.getLogger(LineageDeletion.class);

  private final Directories directories;
  private final AtomicFiles files;

  LineageDeletion(Directories directories, AtomicFiles files) {
    this.directories = directories;
    this.files = files;
  }

  void run(LineagePaths paths) {
    for (Kind kind : Kind.values()) {
      Path link = paths.live().of(kind);
      remove(link.resolveSibling(kind.previousName()));
      remove(link);
    }
    Optional<Path> live = paths.live().commonDirectory();
    if (live.isPresent()) {
      remove(live.get().resolve(Readme.NAME));
      removeTemporaries(live.get());
      files.deleteIfEmpty(live.get());
    }
    removeArchive(paths.archive());
  }

  /**
   * A directory inside {@code archive/} is the lineage's own and goes as a whole. Of one that a
   * configuration names elsewhere, only the versions go: a slip in that line must not cost anything
   * else.
   */
  private void removeArchive(Path archive) {
    try {
      Path normal = archive.normalize();
      if (directories.archive().normalize().equals(normal.getParent())) {
        files.deleteTree(normal);
        return;
      }
    } catch (FailureException e) {
      LOG.warn("{}", e.getMessage());
      return;
    }
    ArchiveListing listing = ArchiveListing.of(archive);
    for (Kind kind : Kind.values()) {
      for (ArchiveVersion version : listing.of(kind)) {
        remove(archive.resolve(kind.archiveName(version)));
      }
    }
    removeTemporaries(archive);
    files.deleteIfEmpty(archive);
  }

  private void removeTemporaries(Path directory) {
    String[] names = directory.toFile().list();
    if (names != null) {
      for (String name : names) {
        if (Kind.isLeftover(name)) {
          remove(directory.resolve(name));
        }
      }
    }
  }

  private void remove(Path path) {
    try {
      files.delete(path);
    } catch (FailureException e) {
      LOG.warn("{}", e.getMessage());
    }
  }
}
