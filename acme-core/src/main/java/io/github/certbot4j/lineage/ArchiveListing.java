package io.github.certbot4j.lineage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The versions that lie in one directory, read once. Files with other names don't count. */
final class ArchiveListing {

  private final String[] fileNames;

  private ArchiveListing(String[] fileNames) {
    this.fileNames = fileNames;
  }

  /** Lists a directory; one that is missing or closed to us has no versions. */
  static ArchiveListing of(Path directory) {
    // The old file class needs neither a stream nor an exception where a directory is missing.
    String[] names = directory.toFile().list();
    return new ArchiveListing(names == null ? new String[0] : names);
  }

  /** The versions of one kind, lowest first. */
  List<ArchiveVersion> of(Kind kind) {
    List<ArchiveVersion> found = new ArrayList<>();
    for (String fileName : fileNames) {
      int number = kind.versionIn(fileName);
      if (number != ArchiveVersion.NOT_A_VERSION) {
        found.add(new ArchiveVersion(number));
      }
    }
    found.sort(null);
    return found;
  }

  /** The greatest number of any kind, or {@link ArchiveVersion#NOT_A_VERSION}. */
  int greatest() {
    int greatest = ArchiveVersion.NOT_A_VERSION;
    for (String fileName : fileNames) {
      greatest = Math.max(greatest, Kind.versionOfAny(fileName));
    }
    return greatest;
  }

  /** The version for the next files to be stored here: a fresh directory begins with 1. */
  ArchiveVersion nextFree() {
    return new ArchiveVersion(Math.max(greatest(), 0) + 1);
  }

  /** Whether all four files of a version are here. */
  boolean hasAllOf(ArchiveVersion version) {
    for (Kind kind : Kind.values()) {
      if (!of(kind).contains(version)) {
        return false;
      }
    }
    return true;
  }

  /** The greatest version that is in every one of the lists, each of which is sorted. */
  static Optional<ArchiveVersion> latestCommon(Map<Kind, List<ArchiveVersion>> versions) {
    List<ArchiveVersion> candidates = versions.get(Kind.CERT);
    for (int i = candidates.size() - 1; i >= 0; i--) {
      if (everyKindHas(candidates.get(i), versions)) {
        return Optional.of(candidates.get(i));
      }
    }
    return Optional.empty();
  }

  private static boolean everyKindHas(
      ArchiveVersion version, Map<Kind, List<ArchiveVersion>> versions) {
    for (List<ArchiveVersion> ofKind : versions.values()) {
      if (!ofKind.contains(version)) {
        return false;
      }
    }
    return true;
  }
}
