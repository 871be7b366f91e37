package io.github.certbot4j.dns;

/**
 * A zone that the account can edit.
 *
 * @param name its name in lower case without a final dot
 * @param id what the service calls it
 */
public record Zone(String name, String id) {

  /** Whether a name is that of the zone or lies below it; whole labels count. */
  public boolean covers(String fullName) {
    return fullName.equals(name) || fullName.endsWith("." + name);
  }

  /**
   * A name as seen from the zone: without the zone's name and the dot in front of it, and empty for
   * the zone itself.
   *
   * @throws IllegalArgumentException if the name isn't in the zone
   */
  public String relative(String fullName) {
    if (!covers(fullName)) {
      throw new IllegalArgumentException(fullName + " is not in the zone " + name);
    }
    return fullName.length() == name.length()
        ? ""
        : fullName.substring(0, fullName.length() - name.length() - 1);
  }
}
