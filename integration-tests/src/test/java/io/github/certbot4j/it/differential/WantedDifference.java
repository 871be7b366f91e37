package io.github.certbot4j.it.differential;

/**
 * A difference that is intended.
 *
 * @param reason its short name in the document that lists and explains the differences
 * @param part a text that each difference covered by this one contains
 */
public record WantedDifference(String reason, String part) {

  boolean covers(String difference) {
    return difference.contains(part);
  }
}
