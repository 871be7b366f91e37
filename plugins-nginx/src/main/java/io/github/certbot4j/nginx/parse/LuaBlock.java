package io.github.certbot4j.nginx.parse;

/** Finds where a block of Lua ends: braces in its strings and comments don't count. */
final class LuaBlock {

  private final String text;
  private int pos;

  private LuaBlock(String text, int start) {
    this.text = text;
    this.pos = start;
  }

  /**
   * Finds the end of a block.
   *
   * @param start where its opening brace stands
   * @return the place behind the closing brace; -1 if there is none
   */
  static int end(String text, int start) {
    return new LuaBlock(text, start).end();
  }

  private int end() {
    int depth = 0;
    while (pos < text.length()) {
      char c = text.charAt(pos);
      if (c == '{') {
        depth++;
        pos++;
      } else if (c == '}') {
        depth--;
        pos++;
        if (depth == 0) {
          return pos;
        }
      } else {
        skip(c);
      }
    }
    return -1;
  }

  private void skip(char c) {
    if (c == '"' || c == '\'') {
      skipString();
    } else if (c == '[') {
      skipLongBracket();
    } else if (c == '-' && text.startsWith("--", pos)) {
      pos += 2;
      if (!skipLongBracket()) {
        skipTo("\n", pos);
      }
    } else {
      pos++;
    }
  }

  private void skipString() {
    int end = Quotation.end(text, pos);
    pos = end == Quotation.OPEN ? text.length() : end;
  }

  /** Passes over {@code [[...]]} or {@code [==[...]==]}, or else over one character. */
  private boolean skipLongBracket() {
    if (pos >= text.length() || text.charAt(pos) != '[') {
      return false;
    }
    int second = pos + 1;
    while (second < text.length() && text.charAt(second) == '=') {
      second++;
    }
    if (second >= text.length() || text.charAt(second) != '[') {
      pos++;
      return false;
    }
    String close = "]" + text.substring(pos + 1, second) + "]";
    skipTo(close, second + 1);
    return true;
  }

  private void skipTo(String close, int from) {
    int found = text.indexOf(close, from);
    pos = found < 0 ? text.length() : found + close.length();
  }
}
