package io.github.certbot4j.ini;

import java.util.ArrayList;
import java.util.List;

/** Splits what stands between the brackets of a list in {@code cli.ini}. */
final class BracketList {

  private BracketList() {}

  /** The trimmed items; commas in double quotes don't part them, and such quotes are removed. */
  static List<String> split(String text) {
    List<String> items = new ArrayList<>();
    int start = 0;
    boolean inQuotes = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        inQuotes = !inQuotes;
      } else if (c == ',' && !inQuotes) {
        items.add(item(text, start, at));
        start = at + 1;
      }
    }
    if (!items.isEmpty() || Blanks.skip(text, 0, text.length()) < text.length()) {
      items.add(item(text, start, text.length()));
    }
    return items;
  }

  private static String item(String text, int start, int end) {
    int from = Blanks.skip(text, start, end);
    int to = Blanks.trimEnd(text, from, end);
    boolean quoted = to - from > 1 && text.charAt(from) == '"' && text.charAt(to - 1) == '"';
    return quoted ? text.substring(from + 1, to - 1) : text.substring(from, to);
  }
}
