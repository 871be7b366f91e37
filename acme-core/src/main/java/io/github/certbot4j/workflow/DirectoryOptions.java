package io.github.certbot4j.workflow;

import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.model.Directories;
import java.nio.file.Path;

/** Reads the three directories out of the settings. */
public final class DirectoryOptions {

  private DirectoryOptions() {}

  /** The directories that the options name, each made absolute against the working directory. */
  public static Directories of(Settings settings) {
    return new Directories(
        absolute(settings.get(PathOptions.CONFIG_DIR)),
        absolute(settings.get(PathOptions.WORK_DIR)),
        absolute(settings.get(PathOptions.LOGS_DIR)));
  }

  private static Path absolute(String directory) {
    return Path.of(directory).toAbsolutePath().normalize();
  }
}
