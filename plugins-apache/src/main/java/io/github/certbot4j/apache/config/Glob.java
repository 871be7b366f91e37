package io.github.certbot4j.apache.config;

/**
 * Shell patterns of file names, as {@code apr_fnmatch} reads them in {@code Include}: a leading dot
 * must be written out. Takes time proportional to both lengths at most.
 */
final class Glob {

  private Glob() {}

  /** Whether a name has to be compared as a pattern. */
  static boolean isPattern(String name) {
    return name.indexOf('*') >= 0 || name.indexOf('?') >= 0 || name.indexOf('[') >= 0;
  }

  /** Whether a file's name, without directories, fits. */
  static boolean matches(String pattern, String name) {
    if (name.startsWith(".") && !pattern.startsWith(".")) {
      return false;
    }
    int p = 0;
    int n = 0;
    int star = -1;
    int resume = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = n;
      } else if (p < pattern.length() && one(pattern, p, name.charAt(n))) {
        p = after(pattern, p);
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** Whether the element of the pattern at a place stands for the character. */
  private static boolean one(String pattern, int place, char c) {
    char element = pattern.charAt(place);
    if (element == '?') {
      return true;
    }
    int end = element == '[' ? pattern.indexOf(']', place + 2) : -1;
    if (end < 0) {
      boolean escape = element == '\\' && place + 1 < pattern.length();
      return (escape ? pattern.charAt(place + 1) : element) == c;
    }
    boolean negated = pattern.charAt(place + 1) == '!' || pattern.charAt(place + 1) == '^';
    return inSet(pattern.substring(place + (negated ? 2 : 1), end), c) != negated;
  }

  private static boolean inSet(String set, char c) {
    int i = 0;
    while (i < set.length()) {
      boolean range = i + 2 < set.length() && set.charAt(i + 1) == '-';
      char last = range ? set.charAt(i + 2) : set.charAt(i);
      if (c >= set.charAt(i) && c <= last) {
        return true;
      }
      i += range ? 3 : 1;
    }
    return false;
  }

  private static int after(String pattern, int place) {
    char element = pattern.charAt(place);
    if (element == '[' && pattern.indexOf(']', place + 2) >= 0) {
      return pattern.indexOf(']', place + 2) + 1;
    }
    return place + (element == '\\' && place + 1 < pattern.length() ? 2 : 1);
  }
}
