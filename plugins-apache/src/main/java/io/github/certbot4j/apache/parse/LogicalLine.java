package io.github.certbot4j.apache.parse;

/**
 * A line with those that continue it.
 *
 * @param start where it begins in the file's text
 * @param end behind its line end
 * @param number the number of its first physical line, from 1
 * @param content all of it without line ends and the backslashes before them; blanks at both ends
 *     are cut off
 */
record LogicalLine(int start, int end, int number, String content) {

  /** The logical line at a place; a backslash before the line end continues it, as the server. */
  static LogicalLine at(String text, int start, int number) {
    int lineStart = start;
    StringBuilder joined = null;
    while (true) {
      int feed = text.indexOf('\n', lineStart);
      int end = feed < 0 ? text.length() : feed + 1;
      int contentEnd = feed < 0 ? end : feed;
      if (feed > lineStart && text.charAt(feed - 1) == '\r') {
        contentEnd--;
      }
      boolean continued =
          feed >= 0 && contentEnd > lineStart && text.charAt(contentEnd - 1) == '\\';
      if (!continued || end == text.length()) {
        int last = continued ? contentEnd - 1 : contentEnd;
        String piece = text.substring(lineStart, last);
        String content = joined == null ? piece : joined.append(piece).toString();
        return new LogicalLine(start, end, number, trimmed(content));
      }
      joined = joined == null ? new StringBuilder() : joined;
      joined.append(text, lineStart, contentEnd - 1);
      lineStart = end;
    }
  }

  boolean isPassive() {
    return content.isEmpty() || content.charAt(0) == '#';
  }

  boolean opensSection() {
    return content.startsWith("<") && !closesSection();
  }

  boolean closesSection() {
    return content.startsWith("</");
  }

  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && Words.isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && Words.isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }
}
