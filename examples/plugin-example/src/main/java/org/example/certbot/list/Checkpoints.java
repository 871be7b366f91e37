package org.example.certbot.list;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Earlier states of one file, as copies in a directory: {@code unfinished} as long as changes
 * collect, then {@code 1}, {@code 2} and so on.
 */
final class Checkpoints {

  private final Path file;
  private final Path directory;

  Checkpoints(Path file, Path directory) {
    this.file = file;
    this.directory = directory;
  }

  /**
   * Keeps a copy of the file before it is changed, unless there is one since the last checkpoint.
   */
  void beforeChange() throws IOException {
    if (!Files.exists(unfinished())) {
      Files.createDirectories(directory);
      Path staged = directory.resolve("staged");
      Files.copy(
          file, staged, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      // Only a whole copy gets the name that recovery looks for.
      Files.move(staged, unfinished(), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Makes what was changed a checkpoint; false if nothing was. */
  boolean finish() throws IOException {
    if (!Files.exists(unfinished())) {
      return false;
    }
    Files.move(unfinished(), numbered(count() + 1), StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  /** Goes back to the last checkpoint. */
  void recover() throws IOException {
    if (Files.exists(unfinished())) {
      restore(unfinished());
    }
  }

  /** Goes back to before the newest checkpoint; false if there is none. */
  boolean rollback() throws IOException {
    int newest = count();
    if (newest == 0) {
      return false;
    }
    restore(numbered(newest));
    return true;
  }

  /** The copy is forgotten last, so that a restoration cut short can be repeated. */
  private void restore(Path copy) throws IOException {
    Path staged = file.resolveSibling(file.getFileName() + ".restored");
    Files.copy(
        copy, staged, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(copy);
  }

  private int count() {
    int count = 0;
    while (Files.exists(numbered(count + 1))) {
      count++;
    }
    return count;
  }

  private Path unfinished() {
    return directory.resolve("unfinished");
  }

  private Path numbered(int number) {
    return directory.resolve(Integer.toString(number));
  }
}
