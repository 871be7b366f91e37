package io.github.certbot4j.cli.console;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text at blanks so that lines keep within a width. Words are never broken, also not at
 * hyphens, so that paths and names can be copied; a longer word stands on a line of its own.
 */
public final class TextWrapper {

  /** The width of texts for the terminal. */
  public static final int WIDTH = 80;

  private TextWrapper() {}

  /** Wraps every line of the text at {@link #WIDTH}; empty lines stay. */
  public static String wrap(String text) {
    StringBuilder wrapped = new StringBuilder(text.length() + 16);
    int start = 0;
    while (start <= text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      if (start > 0) {
        wrapped.append('\n');
      }
      wrapped.append(String.join("\n", lines(text.substring(start, end), WIDTH)));
      start = end + 1;
    }
    return wrapped.toString();
  }

  /**
   * Breaks one line into lines of at most the width where words allow; at least one, maybe empty.
   */
  public static List<String> lines(String line, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    int at = 0;
    while (at < line.length()) {
      int word = skip(line, at, true);
      int end = skip(line, word, false);
      boolean fits = current.length() + (end - at) <= width;
      boolean indentsFirstLine = lines.isEmpty() && current.isEmpty();
      if (end > word && !fits && !current.toString().isBlank()) {
        lines.add(current.toString());
        current.setLength(0);
        indentsFirstLine = false;
      }
      if (end > word) {
        boolean keepsBlanks = !current.isEmpty() || indentsFirstLine;
        current.append(line, keepsBlanks ? at : word, end);
      }
      at = end;
    }
    lines.add(current.toString());
    return lines;
  }

  private static int skip(String line, int from, boolean blanks) {
    int at = from;
    while (at < line.length() && isBlank(line.charAt(at)) == blanks) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
