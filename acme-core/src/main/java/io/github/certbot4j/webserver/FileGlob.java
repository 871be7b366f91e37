package io.github.certbot4j.webserver;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds files by a pattern as glob(3) does: {@code *}, {@code ?} and brackets, none of which match
 * a slash or a leading dot; the result is sorted by bytes.
 */
public final class FileGlob {

  private FileGlob() {}

  /** Whether a name has to be compared as a pattern. */
  public static boolean isPattern(String name) {
    return name.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
  }

  /** The files and directories that exist and match an absolute pattern. */
  public static List<Path> find(String pattern) throws IOException {
    List<Path> found = List.of(Path.of("/"));
    for (String part : pattern.split("/")) {
      if (!part.isEmpty()) {
        found = step(found, part);
      }
    }
    return found;
  }

  private static List<Path> step(List<Path> directories, String part) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path directory : directories) {
      if (!isPattern(part)) {
        Path entry = directory.resolve(part.replace("\\", ""));
        if (Files.exists(entry, LinkOption.NOFOLLOW_LINKS)) {
          found.add(entry);
        }
      } else if (Files.isDirectory(directory)) {
        found.addAll(matching(directory, part));
      }
    }
    return found;
  }

  private static List<Path> matching(Path directory, String part) throws IOException {
    List<Path> found = new ArrayList<>();
    FileNamePattern pattern = new FileNamePattern(part);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        if (pattern.matches(entry.getFileName().toString())) {
          found.add(entry);
        }
      }
    }
    found.sort(null);
    return found;
  }
}
