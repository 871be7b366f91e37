package io.github.certbot4j.lineage;

import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.Directories;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file that holds the configuration of a new lineage until all else is in place: {@code
 * .NAME.VERSION.new} in {@code renewal/}.
 */
record CreationRecord(CertName name, ArchiveVersion version) {

  private static final String SUFFIX = ".new";

  Path in(Directories directories) {
    return directories.renewal().resolve("." + name + "." + version + SUFFIX);
  }

  /** Understands a file name; empty if it isn't that of a record. */
  static Optional<CreationRecord> parse(String fileName) {
    int end = fileName.length() - SUFFIX.length();
    int dot = fileName.lastIndexOf('.', end - 1);
    if (dot < 2 || fileName.charAt(0) != '.' || !fileName.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    int number = ArchiveVersion.parse(fileName, dot + 1, end);
    return number == ArchiveVersion.NOT_A_VERSION
        ? Optional.empty()
        : Optional.of(
            new CreationRecord(
                new CertName(fileName.substring(1, dot)), new ArchiveVersion(number)));
  }
}
