package io.github.certbot4j.lineage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Whether a new lineage may have a name, judged by what lies there. Besides nothing at all, these
 * count as free: an empty configuration, which only a creation leaves that was broken off, together
 * with whatever that creation put beside it; and archived versions that neither a configuration nor
 * a live link refers to any more, as an interrupted deletion leaves them. A new lineage goes on
 * numbering after such files; none of them is removed or overwritten.
 */
final class NameSlot {

  private final LineagePaths paths;

  /**
   * Judges a name.
   *
   * @param paths what {@link LineagePaths#standard} gives for it
   */
  NameSlot(LineagePaths paths) {
    this.paths = paths;
  }

  boolean isFree() {
    boolean confExists = exists(paths.conf());
    if (confExists && !isEmptyFile(paths.conf())) {
      return false;
    }
    return isDirectoryOrNothing(paths.archive())
        && isDirectoryOrNothing(paths.live().cert().getParent())
        && linksAreOurs(confExists);
  }

  static boolean isEmptyFile(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && file.toFile().length() == 0;
  }

  /** Whether each live link is missing or leads to a version in the lineage's own archive. */
  boolean linksAreOurs(boolean linksMayExist) {
    for (Kind kind : Kind.values()) {
      Path link = paths.live().of(kind);
      if (exists(link) && !(linksMayExist && leadsToOwnArchive(kind, link))) {
        return false;
      }
    }
    return true;
  }

  private boolean leadsToOwnArchive(Kind kind, Path path) {
    if (!Files.isSymbolicLink(path)) {
      return false;
    }
    try {
      LiveLink link = LiveLink.of(kind, path, Files.readSymbolicLink(path));
      return link.version().isPresent() && isArchive(link.targetDirectory());
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isArchive(Path directory) throws IOException {
    return Files.isDirectory(directory) && Files.isDirectory(paths.archive())
        ? Files.isSameFile(directory, paths.archive())
        : directory.normalize().equals(paths.archive());
  }

  private static boolean isDirectoryOrNothing(Path path) {
    return Files.isDirectory(path) || !exists(path);
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
