package io.github.certbot4j.dns;

/** Compares the contents of TXT records, which services write with or without quotes. */
public final class TxtText {

  private TxtText() {}

  /** Without the quotes around it, and as one text if it is several quoted ones. */
  public static String plain(String content) {
    String text = content.strip();
    if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
      return text;
    }
    return text.substring(1, text.length() - 1).replaceAll("\"\\s+\"", "");
  }

  /** Whether two contents are the same text; upper and lower case differ. */
  public static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }
}
