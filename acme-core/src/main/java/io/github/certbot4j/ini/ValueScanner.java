package io.github.certbot4j.ini;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a value that stands on one line: a text, or items parted by commas, then perhaps a comment.
 *
 * <p>There are no escapes: a quote ends a quoted item only if what follows can be read too, so
 * {@code "a"b", c} is a list of {@code a"b} and {@code c}. To decide that without trying out, the
 * {@link ItemEnds} walk through the value first.
 */
final class ValueScanner implements ValueSource {

  private final String text;
  private final int from;
  private final int to;
  private int commentStart;

  /** A scanner for the value in {@code text[from, to)}. */
  ValueScanner(String text, int from, int to) {
    this.text = text;
    this.from = Blanks.skip(text, from, to);
    this.to = Blanks.trimEnd(text, this.from, to);
    this.commentStart = to;
  }

  @Override
  public Optional<IniValue> scan() {
    String whole = text.substring(from, to);
    if (isPlain(whole)) {
      commentStart = to;
      return Optional.of(IniValue.of(whole));
    }
    if (text.charAt(from) == ',' && Blanks.endsHere(text, from + 1, to)) {
      commentStart = Blanks.skip(text, from + 1, to);
      return Optional.of(IniValue.of(List.of()));
    }
    int[] ends = new ItemEnds(text, from, to).find();
    return ends[0] == ItemEnds.UNREADABLE ? Optional.empty() : Optional.of(collect(ends));
  }

  @Override
  public int commentStart() {
    return commentStart;
  }

  private static boolean isPlain(String whole) {
    boolean quoted = !whole.isEmpty() && isQuote(whole.charAt(0));
    return !quoted && whole.indexOf(',') < 0 && whole.indexOf('#') < 0;
  }

  private IniValue collect(int[] ends) {
    List<String> items = new ArrayList<>();
    boolean list = false;
    int at = from;
    while (at < to && text.charAt(at) != '#') {
      int end = ends[at - from];
      items.add(item(at, end));
      at = Blanks.skip(text, end, to);
      if (at < to && text.charAt(at) == ',') {
        list = true;
        at = Blanks.skip(text, at + 1, to);
      }
    }
    commentStart = at;
    if (list) {
      return IniValue.of(items);
    }
    return IniValue.of(items.isEmpty() ? "" : items.get(0));
  }

  private String item(int start, int end) {
    return isQuote(text.charAt(start))
        ? text.substring(start + 1, end - 1)
        : text.substring(start, Blanks.trimEnd(text, start, end));
  }

  static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }
}
