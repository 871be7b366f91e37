package io.github.certbot4j.checkpoint;

import io.github.certbot4j.model.FailureException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The lists of a journal: absolute paths, each on a line of its own.
 *
 * <p>A last line without an end was being written when a program died; what it announces had not
 * begun.
 */
final class JournalPaths {

  /** Python's reader sees line ends in these besides the control characters. */
  private static final String OTHER_LINE_ENDS = "\u2028\u2029";

  private JournalPaths() {}

  /** The paths in a list, in its order. */
  static List<Path> parse(byte[] list, Path source) {
    List<Path> paths = new ArrayList<>();
    for (String line : lines(list)) {
      paths.add(path(line, source));
    }
    return paths;
  }

  /**
   * A list as it is stored.
   *
   * @throws FailureException if a path can't be stored so that it is read back, or is not absolute
   */
  static byte[] format(List<Path> paths) {
    StringBuilder text = new StringBuilder();
    for (Path path : paths) {
      text.append(requireStorable(path)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static Path requireStorable(Path path) {
    boolean readable =
        path.getFileName() != null && path.toString().chars().noneMatch(JournalPaths::endsLine);
    if (path.isAbsolute() && readable) {
      return path;
    }
    throw FailureException.rejected(
        "A file with the path '" + visible(path) + "' can't be changed safely.",
        "The list of files to restore takes absolute paths without line breaks and control"
            + " characters. Rename it.");
  }

  private static List<String> lines(byte[] list) {
    String text = new String(list, StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end));
      start = end + 1;
    }
    return lines;
  }

  private static Path path(String line, Path source) {
    try {
      Path path = Path.of(line);
      if (path.isAbsolute() && path.getFileName() != null) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw damaged(line, source, e);
    }
    throw damaged(line, source, null);
  }

  private static FailureException damaged(String line, Path source, Throwable cause) {
    FailureException failure =
        FailureException.storage(
            "The list of files to restore, " + source + ", is damaged: it has '" + line + "'.",
            "Restore the files named in it by hand from the copies beside it, then move its"
                + " directory away.");
    if (cause != null) {
      failure.initCause(cause);
    }
    return failure;
  }

  private static boolean endsLine(int character) {
    return Character.isISOControl(character) || OTHER_LINE_ENDS.indexOf(character) >= 0;
  }

  private static String visible(Path path) {
    StringBuilder text = new StringBuilder();
    path.toString().chars().forEach(each -> text.append(endsLine(each) ? '?' : (char) each));
    return text.toString();
  }
}
