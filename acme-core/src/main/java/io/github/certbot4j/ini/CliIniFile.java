package io.github.certbot4j.ini;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code cli.ini} and files given with {@code --config}: a key on each line, then after
 * {@code =}, {@code :} or blanks perhaps its value. Lines that are empty, begin with {@code #},
 * {@code ;} or {@code [}, or with {@code ---}, are passed over. What keys mean, and whether one may
 * appear twice, is for the caller to decide.
 */
public final class CliIniFile {

  private final String text;
  private final String fileName;

  private CliIniFile(String text, String fileName) {
    this.text = text;
    this.fileName = fileName;
  }

  /** What was given for a key. */
  public sealed interface Value {

    /** The key alone, without a value. */
    record Flag() implements Value {}

    /** A text, trimmed or freed of its quotes; empty if nothing follows the separator. */
    record Text(String value) implements Value {}

    /** A list in brackets. */
    record Items(List<String> values) implements Value {
      public Items {
        values = List.copyOf(values);
      }
    }
  }

  /**
   * One line.
   *
   * @param key as written, with or without leading dashes
   * @param line counted from 1
   */
  public record Entry(String key, Value value, int line) {}

  /**
   * Reads a whole file.
   *
   * @param fileName what to call the file in errors
   * @return its entries in order, repeated keys included
   * @throws IniSyntaxException if a line has no key, or text sticks to a key
   */
  public static List<Entry> parse(String text, String fileName) {
    return new CliIniFile(text, fileName).entries();
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    SourceLines lines = new SourceLines(text, text.startsWith("\uFEFF") ? 1 : 0);
    while (lines.advance()) {
      int from = Blanks.skip(text, lines.start(), lines.end());
      int to = Blanks.trimEnd(text, from, lines.end());
      if (from < to && !isPassedOver(from)) {
        entries.add(entry(from, to, lines.number()));
      }
    }
    return List.copyOf(entries);
  }

  private boolean isPassedOver(int from) {
    char c = text.charAt(from);
    return c == '#' || c == ';' || c == '[' || text.startsWith("---", from);
  }

  private Entry entry(int from, int to, int number) {
    int keyEnd = from;
    while (keyEnd < to && !endsKey(text.charAt(keyEnd))) {
      keyEnd++;
    }
    if (keyEnd == from) {
      throw new IniSyntaxException(
          fileName, number, "there is no key before the '" + text.charAt(from) + "'");
    }
    String key = text.substring(from, keyEnd);
    int next = Blanks.skip(text, keyEnd, to);
    if (next == to) {
      return new Entry(key, new Value.Flag(), number);
    }
    char separator = text.charAt(next);
    if (separator == '=' || separator == ':') {
      next = Blanks.skip(text, next + 1, to);
    } else if (next == keyEnd) {
      throw new IniSyntaxException(
          fileName, number, "a comment needs white space before its '" + separator + "'");
    }
    return new Entry(key, value(next, to), number);
  }

  private Value value(int from, int to) {
    if (from == to) {
      return new Value.Text("");
    }
    Optional<String> quoted = quoted(from, to);
    String value = quoted.isPresent() ? quoted.get() : text.substring(from, plainEnd(from, to));
    int last = value.length() - 1;
    return last > 0 && value.charAt(0) == '[' && value.charAt(last) == ']'
        ? new Value.Items(BracketList.split(value.substring(1, last)))
        : new Value.Text(value);
  }

  private Optional<String> quoted(int from, int to) {
    char quote = text.charAt(from);
    if (quote == '"' || quote == '\'') {
      for (int at = from + 1; at < to; at++) {
        if (text.charAt(at) == quote && (at + 1 == to || startsComment(at + 1, to))) {
          return Optional.of(text.substring(from + 1, at));
        }
      }
    }
    return Optional.empty();
  }

  private int plainEnd(int from, int to) {
    int at = from + 1;
    while (at < to) {
      if (!Blanks.isBlank(text.charAt(at))) {
        at++;
      } else if (startsComment(at, to)) {
        return at;
      } else {
        at = Blanks.skip(text, at, to);
      }
    }
    return to;
  }

  /** Whether white space and then a comment sign stand here. */
  private boolean startsComment(int at, int to) {
    if (!Blanks.isBlank(text.charAt(at))) {
      return false;
    }
    char next = text.charAt(Blanks.skip(text, at, to));
    return next == '#' || next == ';';
  }

  private static boolean endsKey(char c) {
    return c == '=' || c == ':' || c == '#' || c == ';' || Blanks.isBlank(c);
  }
}
