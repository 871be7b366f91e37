package io.github.certbot4j.cli.option;

import io.github.certbot4j.config.OptionTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Finds the option of a long name that may be cut short. */
final class NameResolver {

  private static final String LONG = "--";
  private static final int MOST_SHOWN = 6;

  private final OptionTable table;

  NameResolver(OptionTable table) {
    this.table = table;
  }

  /**
   * Resolves an exact name, or the beginning of exactly one.
   *
   * @return empty when no option's name begins so
   * @throws io.github.certbot4j.model.FailureException when several names do, be it of one option
   */
  Optional<OptionTable.Name> resolve(String given) {
    Optional<OptionTable.Name> exact = table.byName(given);
    if (exact.isPresent() || !given.startsWith(LONG) || given.length() == LONG.length()) {
      return exact;
    }
    List<String> matches = new ArrayList<>();
    for (OptionTable.Name name : table.names()) {
      if (name.name().startsWith(given)) {
        matches.add(name.name());
      }
    }
    if (matches.size() > 1) {
      Collections.sort(matches);
      throw UsageErrors.usage(given + " is ambiguous.", "It could be " + join(matches) + ".");
    }
    return matches.isEmpty() ? Optional.empty() : table.byName(matches.get(0));
  }

  private static String join(List<String> names) {
    if (names.size() > MOST_SHOWN) {
      int more = names.size() - MOST_SHOWN;
      return String.join(", ", names.subList(0, MOST_SHOWN)) + " or one of " + more + " others";
    }
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }
}
