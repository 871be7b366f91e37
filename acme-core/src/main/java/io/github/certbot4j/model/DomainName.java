package io.github.certbot4j.model;

/**
 * A DNS name as it goes into a certificate request: lower case ASCII, without a trailing dot, maybe
 * with a wildcard as its first label.
 *
 * @param ascii the normalised name
 */
public record DomainName(String ascii) {

  private static final int MAX_NAME = 255;
  private static final int MAX_LABEL = 63;
  private static final String WILDCARD = "*.";

  public DomainName {
    String problem = problemWith(ascii);
    if (!problem.isEmpty()) {
      throw new IllegalArgumentException(problem);
    }
  }

  /**
   * Normalises and checks a name that a user typed: blanks around it are dropped, letters lowered,
   * one trailing dot removed.
   *
   * @throws FailureException naming the text and what is wrong with it, for text that no public CA
   *     could take as a DNS name: non-ASCII characters, URLs, IPv4 addresses in any notation that
   *     inet_aton(3) reads, empty or overlong labels
   */
  public static DomainName parse(String text) {
    String name = text.strip();
    if (!isAscii(name)) {
      throw invalid(
          name, "it has characters beyond ASCII.", "Use the name's Punycode form (xn--).");
    }
    name = lowerCased(name);
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    try {
      return new DomainName(name);
    } catch (IllegalArgumentException e) {
      throw invalid(text.strip(), e.getMessage(), "Give fully qualified domain names.");
    }
  }

  public boolean isWildcard() {
    return ascii.startsWith(WILDCARD);
  }

  /** The name below which the wildcard stands, or the name itself. */
  public String withoutWildcard() {
    return isWildcard() ? ascii.substring(WILDCARD.length()) : ascii;
  }

  @Override
  public String toString() {
    return ascii;
  }

  private static FailureException invalid(String text, String problem, String advice) {
    return FailureException.rejected(
        "Requested name '" + visible(text) + "' is not a domain name: " + problem, advice);
  }

  private static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(Character.isISOControl(c) ? '?' : c);
    }
    return out.toString();
  }

  private static String problemWith(String name) {
    if (name.startsWith("http://") || name.startsWith("https://")) {
      return "it is a URL.";
    }
    if (Ipv4Text.matches(name)) {
      return "it is an IP address.";
    }
    if (name.length() > MAX_NAME) {
      return "it is longer than 255 characters.";
    }
    int start = 0;
    while (start <= name.length()) {
      int dot = name.indexOf('.', start);
      int end = dot < 0 ? name.length() : dot;
      if (end == start) {
        return "it has an empty label.";
      }
      if (end - start > MAX_LABEL) {
        return "it has a label longer than 63 characters.";
      }
      start = end + 1;
    }
    return hasControlCharacter(name) ? "it has a blank or a control character." : "";
  }

  // Arrays below, for charAt is a call per character where code isn't compiled, as at each start.

  private static boolean hasControlCharacter(String name) {
    char[] chars = name.toCharArray();
    for (char c : chars) {
      if (c <= 0x20 || c == 0x7f) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasCapital(String name) {
    char[] chars = name.toCharArray();
    for (char c : chars) {
      if (c >= 'A' && c <= 'Z') {
        return true;
      }
    }
    return false;
  }

  private static boolean isAscii(String name) {
    char[] chars = name.toCharArray();
    for (char c : chars) {
      if (c > 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static String lowerCased(String name) {
    if (!hasCapital(name)) {
      return name;
    }
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      out.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return out.toString();
  }
}
