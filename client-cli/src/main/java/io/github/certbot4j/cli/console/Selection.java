package io.github.certbot4j.cli.console;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/** Reads the numbers by which a user picks entries of a list. */
final class Selection {

  private Selection() {}

  /**
   * The picked entries' indexes, in the order typed and without repeats.
   *
   * @param answer numbers from 1 on, separated by commas or blanks
   * @return empty unless all parts are numbers of entries, and there is one at least
   */
  static Optional<List<Integer>> parse(String answer, int entries) {
    Set<Integer> indexes = new LinkedHashSet<>();
    StringTokenizer parts = new StringTokenizer(answer, ", \t");
    while (parts.hasMoreTokens()) {
      int number = number(parts.nextToken());
      if (number < 1 || number > entries) {
        return Optional.empty();
      }
      indexes.add(number - 1);
    }
    return indexes.isEmpty() ? Optional.empty() : Optional.of(new ArrayList<>(indexes));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
