package io.github.certbot4j.ini;

/** Reads a section header such as {@code [a]} or {@code [["b"]] # comment}. */
final class HeaderScanner {

  private final String text;
  private final int from;
  private final int to;
  private String name = "";
  private int opening;
  private int closing;
  private int afterName;
  private int commentStart;

  HeaderScanner(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  /** Whether the line has the shape of a header; brackets may yet be out of balance. */
  boolean scan() {
    int at = Blanks.skip(text, from, to);
    while (at < to && text.charAt(at) == '[') {
      opening++;
      at = Blanks.skip(text, at + 1, to);
    }
    if (opening == 0 || at == to) {
      return false;
    }
    char first = text.charAt(at);
    return first == '"' || first == '\'' ? scanQuoted(at, first) : scanPlain(at);
  }

  String name() {
    return name;
  }

  /** The number of opening brackets. */
  int depth() {
    return opening;
  }

  boolean isBalanced() {
    return opening == closing;
  }

  /** Where the comment behind the header begins, or the end if there is none. */
  int commentStart() {
    return commentStart;
  }

  private boolean scanPlain(int start) {
    int at = start + 1;
    while (at < to) {
      if (text.charAt(at) != ']') {
        at++;
      } else if (closesAt(at)) {
        name = text.substring(start, Blanks.trimEnd(text, start, at));
        return true;
      } else {
        at = afterName;
      }
    }
    return false;
  }

  private boolean scanQuoted(int start, char quote) {
    boolean named = false;
    for (int at = start + 1; at < to; at++) {
      char c = text.charAt(at);
      if (c == quote && named && closesAt(Blanks.skip(text, at + 1, to))) {
        name = text.substring(start + 1, at);
        return true;
      }
      named |= !Blanks.isBlank(c);
    }
    return false;
  }

  /** Whether closing brackets stand here and nothing but a comment follows them. */
  private boolean closesAt(int start) {
    closing = 0;
    int at = start;
    while (at < to && text.charAt(at) == ']') {
      closing++;
      at = Blanks.skip(text, at + 1, to);
    }
    afterName = at;
    commentStart = at;
    return closing > 0 && (at == to || text.charAt(at) == '#');
  }
}
