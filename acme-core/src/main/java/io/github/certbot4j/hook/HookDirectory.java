package io.github.certbot4j.hook;

import io.github.certbot4j.file.ByteOrder;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The executables in one directory of hooks. */
final class HookDirectory {

  private HookDirectory() {}

  /**
   * Lists the regular files (links followed) that this user may execute and that aren't an editor's
   * backup ({@code ~}), in the byte order of their paths. A missing directory has none.
   */
  static List<String> executables(Path directory) {
    List<String> found = new ArrayList<>();
    if (!Files.isDirectory(directory)) {
      return found;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        boolean backup = entry.getFileName().toString().endsWith("~");
        if (!backup && Files.isRegularFile(entry) && Files.isExecutable(entry)) {
          found.add(entry.toString());
        }
      }
    } catch (IOException e) {
      throw new FailureException(
          new Failure.Environment(
              "Could not read the hooks in " + directory + ": " + e.getMessage() + ".",
              "Check the directory's permissions.",
              false),
          e);
    }
    ByteOrder.sort(found);
    return found;
  }
}
