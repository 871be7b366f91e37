package io.github.certbot4j.lineage;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One link in {@code live/}.
 *
 * @param link its own path
 * @param text what it contains, relative to its directory or absolute
 * @param target the file it leads to
 */
record LiveLink(Kind kind, Path link, Path text, Path target) {

  static LiveLink of(Kind kind, Path link, Path text) {
    return in(link.getParent(), kind, link, text);
  }

  /** A link of which it is known in which directory it lies. */
  static LiveLink in(Path directory, Kind kind, Path link, Path text) {
    return new LiveLink(kind, link, text, directory.resolve(text));
  }

  Path targetDirectory() {
    return target.getParent();
  }

  Path previous() {
    return link.resolveSibling(kind.previousName());
  }

  /** The version it leads to; empty if the target's name isn't one of a version. */
  Optional<ArchiveVersion> version() {
    int number = number();
    return number == ArchiveVersion.NOT_A_VERSION
        ? Optional.empty()
        : Optional.of(new ArchiveVersion(number));
  }

  /** The number of that version, or {@link ArchiveVersion#NOT_A_VERSION}. */
  int number() {
    String file = text.toString();
    return kind.versionIn(file.substring(file.lastIndexOf('/') + 1));
  }

  /** Whether this and another link in the same directory lead into one, by what they contain. */
  boolean leadsWhere(LiveLink other) {
    String mine = text.toString();
    String its = other.text.toString();
    int end = mine.lastIndexOf('/');
    return end == its.lastIndexOf('/') && mine.regionMatches(0, its, 0, end);
  }

  /** What the link must contain to lead to another version in the same directory. */
  Path textFor(ArchiveVersion version) {
    return text.resolveSibling(kind.archiveName(version));
  }
}
