package io.github.certbot4j.dns.credentials;

import java.util.List;
import java.util.Optional;

/** The sets of one file: one for each section, and the one that is for everything else. */
public final class CredentialSets {

  private final List<Credentials> sets;

  public CredentialSets(List<Credentials> sets) {
    this.sets = List.copyOf(sets);
  }

  public List<Credentials> all() {
    return sets;
  }

  /**
   * The set for a name: that of the longest zone that the first of the names lies in, else the
   * second and so on, else the set without a zone; empty if there is none.
   *
   * @param names from the most to the least important
   */
  public Optional<Credentials> forNames(List<String> names) {
    for (String name : names) {
      Optional<Credentials> longest =
          sets.stream()
              .filter(set -> !set.zone().isEmpty() && covers(set.zone(), name))
              .reduce((one, other) -> one.zone().length() >= other.zone().length() ? one : other);
      if (longest.isPresent()) {
        return longest;
      }
    }
    return sets.stream().filter(set -> set.zone().isEmpty()).findFirst();
  }

  private static boolean covers(String zone, String name) {
    return name.equals(zone) || name.endsWith("." + zone);
  }
}
