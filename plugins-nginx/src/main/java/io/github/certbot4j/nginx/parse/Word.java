package io.github.certbot4j.nginx.parse;

/**
 * A word of a statement.
 *
 * @param lead what stands before it: white space, maybe with comments
 * @param raw the word as written, with its quotes and escapes
 */
public record Word(String lead, String raw) {

  /** Whether it is written in quotes. */
  public boolean isQuoted() {
    char first = raw.charAt(0);
    return first == '"' || first == '\'';
  }

  /** What nginx takes it for: without quotes, and with escapes resolved. */
  public String value() {
    String inner = isQuoted() ? raw.substring(1, raw.length() - 1) : raw;
    return inner.indexOf('\\') < 0 ? inner : unescaped(inner);
  }

  private static String unescaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      char replacement = c == '\\' && i + 1 < text.length() ? escape(text.charAt(i + 1)) : 0;
      out.append(replacement == 0 ? c : replacement);
      i += replacement == 0 ? 1 : 2;
    }
    return out.toString();
  }

  /** What an escaped character stands for; 0 if the backslash before it stays. */
  private static char escape(char c) {
    return switch (c) {
      case '"', '\'', '\\' -> c;
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'n' -> '\n';
      default -> 0;
    };
  }

  /**
   * A text as a word that nginx reads as that text, quoted only if it has to be.
   *
   * @param text in the form of {@link ByteText}
   */
  public static String written(String text) {
    boolean plain = !text.isEmpty() && text.charAt(0) != '#';
    for (int i = 0; i < text.length() && plain; i++) {
      plain = " \t\r\n;{}\"'\\".indexOf(text.charAt(i)) < 0;
    }
    return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
