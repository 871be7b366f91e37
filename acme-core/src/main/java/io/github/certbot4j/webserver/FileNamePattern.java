package io.github.certbot4j.webserver;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** A pattern for one file name, with the rules of fnmatch(3). Matching never backtracks twice. */
public final class FileNamePattern {

  /** One test for each character; null stands for a star. */
  private final List<IntPredicate> parts = new ArrayList<>();

  private final boolean matchesLeadingDot;

  public FileNamePattern(String pattern) {
    this.matchesLeadingDot = pattern.startsWith(".");
    int pos = 0;
    while (pos < pattern.length()) {
      pos = part(pattern, pos);
    }
  }

  private int part(String pattern, int pos) {
    char c = pattern.charAt(pos);
    if (c == '*') {
      parts.add(null);
    } else if (c == '?') {
      parts.add(each -> true);
    } else if (c == '[' && bracketEnd(pattern, pos) > 0) {
      int end = bracketEnd(pattern, pos);
      parts.add(bracket(pattern.substring(pos + 1, end)));
      return end + 1;
    } else if (c == '\\' && pos + 1 < pattern.length()) {
      parts.add(literal(pattern.charAt(pos + 1)));
      return pos + 2;
    } else {
      parts.add(literal(c));
    }
    return pos + 1;
  }

  private static IntPredicate literal(char c) {
    return other -> other == c;
  }

  /** Where a bracket expression ends; -1 if it doesn't. A bracket at its start is a member. */
  private static int bracketEnd(String pattern, int pos) {
    int first = pos + 1;
    if (first < pattern.length() && isNegation(pattern.charAt(first))) {
      first++;
    }
    return pattern.indexOf(']', first + 1);
  }

  private static boolean isNegation(char c) {
    return c == '!' || c == '^';
  }

  private static IntPredicate bracket(String members) {
    boolean negated = isNegation(members.charAt(0));
    String set = negated ? members.substring(1) : members;
    return c -> isMember(set, c) != negated;
  }

  private static boolean isMember(String set, int c) {
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

  /** Whether a name, without directories, fits; a leading dot must be written out. */
  public boolean matches(String name) {
    if (name.startsWith(".") && !matchesLeadingDot) {
      return false;
    }
    int part = 0;
    int pos = 0;
    int star = -1;
    int starPos = 0;
    while (pos < name.length()) {
      if (part < parts.size() && parts.get(part) == null) {
        star = part++;
        starPos = pos;
      } else if (part < parts.size() && parts.get(part).test(name.charAt(pos))) {
        part++;
        pos++;
      } else if (star >= 0) {
        part = star + 1;
        pos = ++starPos;
      } else {
        return false;
      }
    }
    while (part < parts.size() && parts.get(part) == null) {
      part++;
    }
    return part == parts.size();
  }
}
