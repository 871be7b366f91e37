package io.github.certbot4j.lineage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A version number as {@code version} in a renewal configuration has it: two or three numbers,
 * maybe with a pre-release tag ({@code a1}, {@code b2}, {@code .dev0}), which doesn't count.
 */
record ProgramVersion(List<Integer> numbers) {

  /** Reads a version number; empty if the original would not take it for one. */
  static Optional<ProgramVersion> parse(String text) {
    List<Integer> numbers = new ArrayList<>(3);
    int at = 0;
    while (numbers.size() < 3) {
      int end = endOfDigits(text, at);
      int number = end - at > 9 ? -1 : ArchiveVersion.parse(text, firstDigit(text, at, end), end);
      if (number < 0) {
        break;
      }
      numbers.add(number);
      if (end == text.length() || text.charAt(end) != '.') {
        at = end;
        break;
      }
      at = end + 1;
    }
    boolean afterDot = at > 0 && text.charAt(at - 1) == '.';
    String rest = text.substring(afterDot ? at - 1 : at);
    return numbers.size() > 1 && isTag(rest)
        ? Optional.of(new ProgramVersion(List.copyOf(numbers)))
        : Optional.empty();
  }

  boolean isNewerThan(ProgramVersion other) {
    for (int i = 0; i < 3; i++) {
      int mine = i < numbers.size() ? numbers.get(i) : 0;
      int theirs = i < other.numbers.size() ? other.numbers.get(i) : 0;
      if (mine != theirs) {
        return mine > theirs;
      }
    }
    return false;
  }

  private static boolean isTag(String rest) {
    if (rest.isEmpty()) {
      return true;
    }
    int digits =
        rest.startsWith(".dev") ? 4 : rest.charAt(0) == 'a' || rest.charAt(0) == 'b' ? 1 : 0;
    return digits > 0 && digits < rest.length() && endOfDigits(rest, digits) == rest.length();
  }

  private static int endOfDigits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static int firstDigit(String text, int from, int end) {
    int at = from;
    while (at < end - 1 && text.charAt(at) == '0') {
      at++;
    }
    return at;
  }
}
