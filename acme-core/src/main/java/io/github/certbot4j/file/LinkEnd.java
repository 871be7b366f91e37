package io.github.certbot4j.file;

import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Finds what a path stands for, so that a file is changed and not a link that leads to it. */
public final class LinkEnd {

  private static final int AS_MANY_AS_LINUX_FOLLOWS = 40;

  private LinkEnd() {}

  /**
   * The file that a path leads to when all links are followed. It need not exist.
   *
   * @throws FailureException if the links lead in a circle or can't be read
   */
  public static Path of(Path path) {
    try {
      Path current = place(path);
      for (int i = 0; i < AS_MANY_AS_LINUX_FOLLOWS; i++) {
        if (!Files.isSymbolicLink(current)) {
          return current;
        }
        current = place(current.resolveSibling(Files.readSymbolicLink(current)));
      }
      throw FileTrouble.cannot("follow", path, new FileSystemLoopException(path.toString()));
    } catch (IOException e) {
      throw FileTrouble.cannot("follow", path, e);
    }
  }

  /**
   * The same path without links above its last name, which may be a link itself.
   *
   * @throws FailureException if a directory above it can't be read
   */
  public static Path place(Path path) {
    Path absolute = path.toAbsolutePath();
    Path parent = absolute.getParent();
    Path name = absolute.getFileName();
    if (parent == null || name == null) {
      return absolute;
    }
    try {
      boolean plain = !name.toString().equals("..") && !name.toString().equals(".");
      return plain ? parent.toRealPath().resolve(name) : absolute.toRealPath();
    } catch (NoSuchFileException e) {
      return absolute.normalize();
    } catch (IOException e) {
      throw FileTrouble.cannot("follow", path, e);
    }
  }
}
