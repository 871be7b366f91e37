package io.github.certbot4j.it.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one program did in a scenario, as facts that can be compared one by one.
 *
 * @param facts what was observed, by a text that says where
 */
public record Observation(Map<String, String> facts) {

  private static final String NONE = "nothing";

  /** Puts the facts of several observations together; they must be about different places. */
  public static Observation of(List<Map<String, String>> parts) {
    Map<String, String> all = new TreeMap<>();
    parts.forEach(all::putAll);
    return new Observation(all);
  }

  /** One line for each fact that differs, with what the original did first. */
  public List<String> differencesFrom(Observation original) {
    TreeSet<String> places = new TreeSet<>(facts.keySet());
    places.addAll(original.facts.keySet());
    List<String> differences = new ArrayList<>();
    for (String place : places) {
      String theirs = original.facts.getOrDefault(place, NONE);
      String ours = facts.getOrDefault(place, NONE);
      if (!theirs.equals(ours)) {
        differences.add(place + ": original <" + theirs + ">, ours <" + ours + ">");
      }
    }
    return differences;
  }
}
