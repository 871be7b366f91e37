package io.github.certbot4j.lineage;

import io.github.certbot4j.file.AtomicFiles;
import java.nio.file.Path;

/** Removes temporary files of interrupted runs, by names that nothing else has. */
final class Leftovers {

  private final AtomicFiles files;

  Leftovers(AtomicFiles files) {
    this.files = files;
  }

  /** Clears a directory in {@code archive/} or {@code live/}, which need not exist. */
  void removeFrom(Path directory) {
    String[] names = directory.toFile().list();
    if (names != null) {
      for (String name : names) {
        if (Kind.isLeftover(name)) {
          files.delete(directory.resolve(name));
        }
      }
    }
  }

  /** Whether a file in {@code renewal/} is a configuration or a record that was being written. */
  static boolean isUnwrittenConf(String fileName) {
    String target = AtomicFiles.targetOfTemporary(fileName).orElse("");
    return target.endsWith(LineagePaths.CONF_SUFFIX) || LineagePaths.isUnfinished(target);
  }
}
