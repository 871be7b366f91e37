package io.github.certbot4j.ini;

/**
 * White space as both dialects know it: every Unicode space and separator, since the original
 * decides with Python's {@code str.isspace}.
 */
final class Blanks {

  private static final char NEXT_LINE = '\u0085';

  private Blanks() {}

  static boolean isBlank(char c) {
    if (c >= ' ' && c < 0x7f) {
      return c == ' ';
    }
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == NEXT_LINE;
  }

  /** The first position in {@code [from, to)} that isn't blank, or {@code to}. */
  static int skip(String text, int from, int to) {
    int at = from;
    while (at < to && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The end of {@code [from, to)} without trailing blanks. */
  static int trimEnd(String text, int from, int to) {
    int end = to;
    while (end > from && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Whether nothing but blanks, or blanks and a comment, is left in {@code [from, to)}. */
  static boolean endsHere(String text, int from, int to) {
    int at = skip(text, from, to);
    return at == to || text.charAt(at) == '#';
  }
}
