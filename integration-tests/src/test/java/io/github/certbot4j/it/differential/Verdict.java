package io.github.certbot4j.it.differential;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with a comparison.
 *
 * @param unwanted differences that no reason covers
 * @param vain reasons that covered nothing
 */
public record Verdict(List<String> unwanted, List<WantedDifference> vain) {

  /** Holds the differences that were found against those that are wanted. */
  public static Verdict on(List<String> differences, List<WantedDifference> wanted) {
    List<String> unwanted = new ArrayList<>(differences);
    List<WantedDifference> vain = new ArrayList<>(wanted);
    for (WantedDifference reason : wanted) {
      unwanted.removeIf(reason::covers);
      if (differences.stream().anyMatch(reason::covers)) {
        vain.remove(reason);
      }
    }
    return new Verdict(unwanted, vain);
  }

  /** Whether the two programs did the same but for what is wanted. */
  public boolean isGood() {
    return unwanted.isEmpty() && vain.isEmpty();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    unwanted.forEach(line -> text.append("\n  not wanted: ").append(line));
    vain.forEach(
        reason ->
            text.append("\n  not found: ")
                .append(reason.reason())
                .append(": ")
                .append(reason.part()));
    return text.toString();
  }
}
