package io.github.certbot4j.lineage;

import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.FileMode;
import io.github.certbot4j.file.FileTrouble;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The directories that every run needs. */
public final class CoreDirectories {

  private static final int PERMISSION_BITS = 0777;
  private static final List<String> HOOK_KINDS = List.of("pre", "deploy", "post");

  private final AtomicFiles files;
  private final boolean strict;

  /**
   * Prepares nothing yet.
   *
   * @param strict whether a directory that exists already must be the user's own and have exactly
   *     the permissions that it would be made with ({@code --strict-permissions})
   */
  public CoreDirectories(AtomicFiles files, boolean strict) {
    this.files = files;
    this.strict = strict;
  }

  /**
   * Makes what is missing of the logs, config and work directory and the hook directories.
   *
   * @throws FailureException if that can't be done, or an existing one isn't as strictness wants it
   */
  public void prepare(Directories directories) {
    require(directories.logs(), FileMode.SECRET_DIRECTORY);
    require(directories.config(), FileMode.OPEN_DIRECTORY);
    require(directories.work(), FileMode.OPEN_DIRECTORY);
    for (String kind : HOOK_KINDS) {
      files.makeDirectories(directories.hooks(kind), FileMode.OPEN_DIRECTORY);
    }
  }

  /** Makes one directory if it is missing; otherwise checks it, if strictness is wanted. */
  public void require(Path directory, FileMode mode) {
    if (!Files.isDirectory(directory)) {
      files.makeDirectories(directory, mode);
    } else if (strict) {
      check(directory, mode);
    }
  }

  private static void check(Path directory, FileMode mode) {
    try {
      int bits = (int) Files.getAttribute(directory, "unix:mode") & PERMISSION_BITS;
      Object owner = Files.getAttribute(directory, "unix:uid");
      if (bits != mode.bits()
          || !owner.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
        throw new FailureException(
            new Failure.Environment(
                directory + " has other permissions or another owner than it should.",
                "Make it your own with mode "
                    + Integer.toOctalString(mode.bits())
                    + ", or leave out --strict-permissions.",
                false));
      }
    } catch (IOException e) {
      throw FileTrouble.cannot("check", directory, e);
    }
  }
}
