package io.github.certbot4j.apache.vhost;

import java.util.Locale;

/** Names with {@code *} and {@code ?} in them, as {@code ServerAlias} has them. */
final class NamePattern {

  private NamePattern() {}

  /** Whether a name fits; a star stands for dots too, and upper case is lower case. */
  static boolean matches(String pattern, String name) {
    String wanted = pattern.toLowerCase(Locale.ROOT);
    String given = name.toLowerCase(Locale.ROOT);
    int p = 0;
    int n = 0;
    int star = -1;
    int resume = 0;
    while (n < given.length()) {
      if (p < wanted.length() && wanted.charAt(p) == '*') {
        star = p++;
        resume = n;
      } else if (p < wanted.length() && one(wanted.charAt(p), given.charAt(n))) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++resume;
      } else {
        return false;
      }
    }
    while (p < wanted.length() && wanted.charAt(p) == '*') {
      p++;
    }
    return p == wanted.length();
  }

  private static boolean one(char element, char c) {
    return element == '?' || element == c;
  }
}
