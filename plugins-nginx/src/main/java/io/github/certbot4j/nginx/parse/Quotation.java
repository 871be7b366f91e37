package io.github.certbot4j.nginx.parse;

/** A text between two quotation marks, in which a backslash takes the next character's meaning. */
final class Quotation {

  /** What {@link #end} says of one that isn't closed. */
  static final int OPEN = -1;

  private Quotation() {}

  /**
   * Where a quotation ends.
   *
   * @param start the position of its first mark
   * @return the position behind its last mark, or {@link #OPEN}
   */
  static int end(String text, int start) {
    char mark = text.charAt(start);
    int pos = start + 1;
    while (pos < text.length()) {
      char c = text.charAt(pos);
      pos += c == '\\' ? 2 : 1;
      if (c == mark) {
        return pos;
      }
    }
    return OPEN;
  }
}
