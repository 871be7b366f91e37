package io.github.certbot4j.apache.config;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The files that an argument of {@code Include} stands for, in the order in which the server reads
 * them: a file, all files below a directory, or what fits patterns in any part of the path.
 */
final class IncludedFiles {

  /** As deep as the server follows directories. */
  private static final int DEEPEST = 20;

  private IncludedFiles() {}

  /** All of them; none if nothing is there. */
  static List<Path> of(Path serverRoot, String argument) {
    List<Path> found = new ArrayList<>();
    try {
      Path path = serverRoot.resolve(argument);
      List<Path> matching = List.of(path.getRoot());
      for (Path part : path) {
        matching = step(matching, part.toString());
      }
      for (Path match : matching) {
        collect(match, found, 0);
      }
    } catch (InvalidPathException e) {
      return List.of();
    }
    return found;
  }

  private static List<Path> step(List<Path> directories, String part) {
    List<Path> next = new ArrayList<>();
    for (Path directory : directories) {
      if (!Glob.isPattern(part)) {
        next.add(directory.resolve(part));
        continue;
      }
      for (Path entry : entries(directory)) {
        if (Glob.matches(part, entry.getFileName().toString())) {
          next.add(entry);
        }
      }
    }
    return next;
  }

  private static void collect(Path path, List<Path> found, int depth) {
    if (Files.isDirectory(path)) {
      for (Path entry : depth < DEEPEST ? entries(path) : List.<Path>of()) {
        collect(entry, found, depth + 1);
      }
    } else if (Files.exists(path)) {
      found.add(path);
    }
  }

  private static List<Path> entries(Path directory) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      stream.forEach(entries::add);
    } catch (IOException e) {
      return List.of();
    }
    entries.sort(Comparator.comparing(entry -> entry.getFileName().toString()));
    return entries;
  }
}
