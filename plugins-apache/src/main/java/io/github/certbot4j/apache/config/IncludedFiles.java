package io.github.certbot4j.apache.config;

import io.github.certbot4j.webserver.FileGlob;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that an argument of {@code Include} stands for, in the order in which the server reads
 * them: a file, all files below a directory, or what fits patterns in any part of the path.
 */
final class IncludedFiles {

  private static final Logger LOG = LoggerFactory.getLogger(IncludedFiles.class);

  /** As deep as the server follows directories. */
  private static final int DEEPEST = 20;

  private IncludedFiles() {}

  /** All of them; none if nothing is there. */
  static List<Path> of(Path serverRoot, String argument) {
    List<Path> found = new ArrayList<>();
    try {
      Path path = serverRoot.resolve(argument);
      boolean pattern = FileGlob.isPattern(path.toString());
      for (Path match : pattern ? FileGlob.find(path.toString()) : List.of(path)) {
        collect(match, found, 0);
      }
    } catch (InvalidPathException | IOException e) {
      LOG.debug("{} stands for no file", argument, e);
    }
    return found;
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
