package io.github.certbot4j.lineage;

import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.FailureException;
import java.nio.file.Path;
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
    paths.live().commonDirectory().ifPresent(this::removeLiveDirectory);
    try {
      removeArchive(paths.archive());
    } catch (FailureException e) {
      LOG.warn("{}", e.getMessage());
    }
  }

  private void removeLiveDirectory(Path live) {
    remove(live.resolve(Readme.NAME));
    new Leftovers(files).removeFrom(live);
    files.deleteIfEmpty(live);
  }

  /**
   * A directory inside {@code archive/} is the lineage's own and goes as a whole. Of one that a
   * configuration names elsewhere, only the versions go: a slip in that line must not cost anything
   * else.
   */
  private void removeArchive(Path archive) {
    Path normal = archive.normalize();
    if (directories.archive().normalize().equals(normal.getParent())) {
      files.deleteTree(normal);
      return;
    }
    ArchiveListing listing = ArchiveListing.of(archive);
    for (Kind kind : Kind.values()) {
      for (ArchiveVersion version : listing.of(kind)) {
        remove(archive.resolve(kind.archiveName(version)));
      }
    }
    new Leftovers(files).removeFrom(archive);
    files.deleteIfEmpty(archive);
  }

  private void remove(Path path) {
    try {
      files.delete(path);
    } catch (FailureException e) {
      LOG.warn("{}", e.getMessage());
    }
  }
}
