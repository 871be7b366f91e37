package io.github.certbot4j.apache.autohsts;

import java.nio.file.Files;
import java.nio.file.Path;

/** The file that has the progress of every virtual host with a growing header. */
public final class ProgressFile {

  private ProgressFile() {}

  /** Where it lies. Other plugins, of this program and of the original, may use it too. */
  static Path in(Path configDirectory) {
    return configDirectory.resolve(".pluginstorage.json");
  }

  /** Whether there may be any progress; loads nothing to find out. */
  public static boolean isPresent(Path configDirectory) {
    return Files.exists(in(configDirectory));
  }
}
