package io.github.certbot4j.ini;

import java.util.Optional;

/** Reads a value in triple quotes, which may go on over the following lines. */
final class TripleQuotes implements ValueSource {

  private static final int LENGTH = 3;

  private final String text;
  private final SourceLines lines;
  private final String quotes;
  private final int from;
  private int nextQuotes;
  private int commentStart;

  /** A scanner for the value whose opening quotes stand at {@code opening} of the current line. */
  TripleQuotes(SourceLines lines, int opening) {
    this.text = lines.text();
    this.lines = lines;
    this.quotes = text.substring(opening, opening + LENGTH);
    this.from = opening + LENGTH;
  }

  static boolean openAt(String text, int at, int to) {
    if (at + LENGTH > to) {
      return false;
    }
    char c = text.charAt(at);
    return (c == '"' || c == '\'') && text.charAt(at + 1) == c && text.charAt(at + 2) == c;
  }

  @Override
  public Optional<IniValue> scan() {
    StringBuilder value = new StringBuilder();
    int start = from;
    while (true) {
      int found = indexOfQuotes(start);
      if (found >= 0) {
        int closing = closingQuotes(found);
        return closing < 0
            ? Optional.empty()
            : Optional.of(IniValue.of(value.append(text, start, closing).toString()));
      }
      value.append(text, start, lines.end()).append('\n');
      if (!lines.advance()) {
        return Optional.empty();
      }
      start = lines.start();
    }
  }

  @Override
  public int commentStart() {
    return commentStart;
  }

  private int closingQuotes(int found) {
    for (int at = found; at >= 0; at = indexOfQuotes(at + 1)) {
      if (Blanks.endsHere(text, at + LENGTH, lines.end())) {
        commentStart = Blanks.skip(text, at + LENGTH, lines.end());
        return at;
      }
    }
    return -1;
  }

  private int indexOfQuotes(int start) {
    // Remembered, as otherwise each line of a long value would search to the end of the text.
    if (nextQuotes < start) {
      int at = text.indexOf(quotes, start);
      nextQuotes = at < 0 ? Integer.MAX_VALUE : at;
    }
    return nextQuotes <= lines.end() - LENGTH ? nextQuotes : -1;
  }
}
