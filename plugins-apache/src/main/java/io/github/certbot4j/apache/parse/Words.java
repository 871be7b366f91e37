package io.github.certbot4j.apache.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits lines into words as the server does ({@code ap_getword_conf}): a word that begins with a
 * quote ends at the next one that no backslash escapes, or at the end of the line; any other ends
 * at a blank.
 */
public final class Words {

  private final String line;
  private int next;

  private Words(String line) {
    this.line = line;
  }

  /** All words of a logical line, without their quotes and escapes. */
  public static List<String> of(String line) {
    Words words = new Words(line);
    List<String> all = new ArrayList<>();
    while (words.hasNext()) {
      all.add(words.next());
    }
    return all;
  }

  /** The place behind the first word and the blanks that follow it. */
  static int afterFirst(String line) {
    Words words = new Words(line);
    if (words.hasNext()) {
      words.next();
      words.hasNext();
    }
    return words.next;
  }

  /** The word that the server reads as this text. */
  public static String quoted(String text) {
    boolean plain = !text.isEmpty() && text.indexOf('\\') < 0;
    for (int i = 0; plain && i < text.length(); i++) {
      plain = !isBlank(text.charAt(i)) && text.charAt(i) != '\'' && text.charAt(i) != '"';
    }
    return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** What {@code isspace(3)} says in the C locale. */
  static boolean isBlank(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  private boolean hasNext() {
    while (next < line.length() && isBlank(line.charAt(next))) {
      next++;
    }
    return next < line.length();
  }

  private String next() {
    char first = line.charAt(next);
    return first == '"' || first == '\'' ? quotedWord(first) : bareWord();
  }

  private String quotedWord(char quote) {
    StringBuilder word = new StringBuilder();
    next++;
    while (next < line.length() && line.charAt(next) != quote) {
      if (escapes(quote)) {
        next++;
      }
      word.append(line.charAt(next++));
    }
    next++;
    next = Math.min(next, line.length());
    return word.toString();
  }

  private String bareWord() {
    StringBuilder word = new StringBuilder();
    while (next < line.length() && !isBlank(line.charAt(next))) {
      if (escapes('\\')) {
        next++;
      }
      word.append(line.charAt(next++));
    }
    return word.toString();
  }

  private boolean escapes(char quote) {
    if (line.charAt(next) != '\\' || next + 1 >= line.length()) {
      return false;
    }
    char escaped = line.charAt(next + 1);
    return escaped == '\\' || escaped == quote;
  }
}
