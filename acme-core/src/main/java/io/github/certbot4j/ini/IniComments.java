package io.github.certbot4j.ini;

import java.util.ArrayList;
import java.util.List;

/** Comment lines as text of a file and as a list of lines. */
final class IniComments {

  private IniComments() {}

  /** The lines without line ends and surrounding blanks; an empty line is an empty text. */
  static List<String> toLines(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    SourceLines source = new SourceLines(text, 0);
    while (source.advance()) {
      int from = Blanks.skip(text, source.start(), source.end());
      lines.add(text.substring(from, Blanks.trimEnd(text, from, source.end())));
    }
    return List.copyOf(lines);
  }

  /**
   * Lines for a file.
   *
   * @param lines empty, or a comment with or without its leading {@code #}
   */
  static String toText(List<String> lines, String lineEnd) {
    StringBuilder out = new StringBuilder();
    for (String line : lines) {
      if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
        throw new IllegalArgumentException("a comment line contains a line break");
      }
      int from = Blanks.skip(line, 0, line.length());
      if (from < line.length() && line.charAt(from) != '#') {
        out.append("# ");
      }
      out.append(line, from, line.length()).append(lineEnd);
    }
    return out.toString();
  }
}
