package io.github.certbot4j.lineage;

import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.Directories;
import java.nio.file.Path;

/**
 * Where the parts of one lineage lie.
 *
 * @param conf its renewal configuration
 * @param archive the directory that new versions are written to
 * @param live the four links
 */
record LineagePaths(Path conf, Path archive, LivePaths live) {

  static final String CONF_SUFFIX = ".conf";

  private static final String DELETED_SUFFIX = ".del";

  /** Where a new lineage of that name goes. */
  static LineagePaths standard(Directories directories, CertName name) {
    return new LineagePaths(
        confOf(directories, name),
        directories.archive().resolve(name.value()),
        LivePaths.in(directories.live().resolve(name.value())));
  }

  static Path confOf(Directories directories, CertName name) {
    return directories.renewal().resolve(name.value() + CONF_SUFFIX);
  }

  /** The configuration of a lineage whose deletion has begun. */
  static Path deletedOf(Directories directories, CertName name) {
    return directories.renewal().resolve("." + name.value() + DELETED_SUFFIX);
  }

  static boolean isDeleted(String fileName) {
    return fileName.startsWith(".") && fileName.endsWith(DELETED_SUFFIX);
  }

  /** The lineage that the record of a deletion is about. */
  static CertName nameOfDeleted(String fileName) {
    return new CertName(fileName.substring(1, fileName.length() - DELETED_SUFFIX.length()));
  }
}
