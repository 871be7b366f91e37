package io.github.certbot4j.cli.option;

import java.util.List;
import java.util.Optional;

/** Guesses which known word a mistyped one was meant to be. */
final class NearestWord {

  /** A word may have one error for so many of its characters. */
  private static final int CHARACTERS_PER_ERROR = 4;

  /**
   * Longer words are not looked at: no known one comes near, and the work grows with the square.
   */
  private static final int LONGEST = 80;

  private NearestWord() {}

  /** The known word with the fewest differences, the first of several; empty if all are far off. */
  static Optional<String> to(String word, List<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String nearest = "";
    int fewest = 1 + Math.max(1, word.length() / CHARACTERS_PER_ERROR);
    for (String candidate : known) {
      int errors = distance(word, candidate);
      if (errors < fewest) {
        fewest = errors;
        nearest = candidate;
      }
    }
    return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
  }

  /** Insertions, deletions, replacements and swaps of neighbours that turn one into the other. */
  private static int distance(String a, String b) {
    int[][] errors = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        errors[i][j] = i == 0 || j == 0 ? i + j : best(errors, a, b, i, j);
      }
    }
    return errors[a.length()][b.length()];
  }

  private static int best(int[][] errors, String a, String b, int i, int j) {
    int replaced = errors[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(errors[i - 1][j], errors[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, 1 + errors[i - 2][j - 2]) : best;
  }
}
