package io.github.certbot4j.ini;

/** Reads the part of a line up to the {@code =} that ends a key. */
final class KeyScanner {

  private final String text;
  private final int from;
  private final int to;
  private String key = "";
  private int valueStart;

  KeyScanner(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  /** Whether the line begins with a key and {@code =}. */
  boolean scan() {
    int start = Blanks.skip(text, from, to);
    if (start == to) {
      return false;
    }
    char first = text.charAt(start);
    return first == '"' || first == '\'' ? scanQuoted(start, first) : scanPlain(start);
  }

  /** The key without quotes and surrounding blanks. */
  String key() {
    return key;
  }

  /** The position after the {@code =}. */
  int valueStart() {
    return valueStart;
  }

  private boolean scanPlain(int start) {
    int equals = text.indexOf('=', start);
    if (equals < 0 || equals >= to) {
      return false;
    }
    // Nothing but blanks before the sign: the original takes the last of them for the key.
    int keyStart = equals == start ? start - 1 : start;
    if (keyStart < from) {
      return false;
    }
    int keyEnd = equals == start ? start : Blanks.trimEnd(text, start, equals);
    key = text.substring(keyStart, keyEnd);
    valueStart = equals + 1;
    return true;
  }

  private boolean scanQuoted(int start, char quote) {
    for (int at = start + 1; at < to; at++) {
      if (text.charAt(at) == quote) {
        int equals = Blanks.skip(text, at + 1, to);
        if (equals < to && text.charAt(equals) == '=') {
          key = text.substring(start + 1, at);
          valueStart = equals + 1;
          return true;
        }
      }
    }
    return false;
  }
}
