package io.github.certbot4j.ini;

import io.github.certbot4j.model.FailureException;
import java.util.List;

/**
 * Writes keys, section names and values so that reading them gives the same again, with the quotes
 * the original would choose wherever its choice can be read back.
 */
final class ValueFormat {

  private static final String TRIPLE_SINGLE = "'''";
  private static final String TRIPLE_DOUBLE = "\"\"\"";

  /** Would be lost at the start of a file. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private ValueFormat() {}

  static String keyLine(String key, IniValue value) {
    StringBuilder out = new StringBuilder(key(key)).append(" = ");
    if (value instanceof IniValue.Items items) {
      appendItems(out, key, items.values());
    } else {
      out.append(text(key, ((IniValue.Text) value).value()));
    }
    return out.toString();
  }

  static String header(String name, int depth) {
    if (Blanks.skip(name, 0, name.length()) == name.length()) {
      throw new IllegalArgumentException("a section needs a name");
    }
    boolean bare = isSafeBare(name) && name.indexOf(']') < 0 && name.charAt(0) != '[';
    String quoted = bare ? name : quoted("the section name", name);
    return "[".repeat(depth) + quoted + "]".repeat(depth);
  }

  private static String key(String key) {
    boolean bare = isSafeBare(key) && key.indexOf('=') < 0 && key.charAt(0) != '[';
    return bare ? refuseLineBreaks("the key", key) : quoted("the key", key);
  }

  private static String text(String key, String value) {
    boolean single = value.indexOf('\'') >= 0;
    boolean both = single && value.indexOf('"') >= 0;
    if (both || value.indexOf('\n') >= 0) {
      return tripleQuoted(key, value);
    }
    return isSafeBare(value) ? refuseLineBreaks(key, value) : quoted(key, value);
  }

  private static void appendItems(StringBuilder out, String key, List<String> items) {
    for (int i = 0; i < items.size(); i++) {
      String item = items.get(i);
      out.append(i == 0 ? "" : ", ");
      out.append(isSafeBare(item) ? refuseLineBreaks(key, item) : quoted(key, item));
    }
    if (items.size() < 2) {
      out.append(',');
    }
  }

  private static boolean isSafeBare(String text) {
    return !text.isEmpty()
        && !needsQuotes(text.charAt(0))
        && !needsQuotes(text.charAt(text.length() - 1))
        && text.indexOf(',') < 0
        && text.indexOf('#') < 0
        && text.indexOf('\n') < 0;
  }

  private static boolean needsQuotes(char c) {
    return c == '"' || c == '\'' || c == BYTE_ORDER_MARK || Blanks.isBlank(c);
  }

  private static String quoted(String what, String text) {
    refuseLineBreaks(what, text);
    if (text.indexOf('"') < 0) {
      return '"' + text + '"';
    }
    if (text.indexOf('\'') < 0) {
      return '\'' + text + '\'';
    }
    throw unwritable(what, "both kinds of quotes where only one can be written");
  }

  private static String tripleQuoted(String key, String value) {
    if (value.indexOf('\r') >= 0) {
      throw unwritable(key, "a carriage return");
    }
    if (!value.contains(TRIPLE_SINGLE)) {
      return TRIPLE_SINGLE + value + TRIPLE_SINGLE;
    }
    if (!value.contains(TRIPLE_DOUBLE)) {
      return TRIPLE_DOUBLE + value + TRIPLE_DOUBLE;
    }
    throw unwritable(key, "both kinds of triple quotes");
  }

  private static String refuseLineBreaks(String what, String text) {
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      throw unwritable(what, "a line break");
    }
    return text;
  }

  private static FailureException unwritable(String what, String content) {
    return FailureException.rejected(
        "A value cannot be kept in a configuration file: " + what + " contains " + content + ".",
        "Choose a value without it; a command can be put into a script file.");
  }
}
