package io.github.certbot4j.model;

import java.util.List;

/**
 * The name of a lineage: the base name of its renewal configuration file without {@code .conf}.
 *
 * @param value not empty, without {@code /}, NUL or control characters, neither {@code .} nor
 *     {@code ..}, and not hidden
 */
public record CertName(String value) implements Comparable<CertName> {

  public CertName {
    if (!isUsable(value)) {
      throw FailureException.rejected(
          "'" + printable(value) + "' cannot be the name of a certificate:",
          "it becomes a file name, so it must not be empty, start with a dot or contain slashes or"
              + " control characters.");
    }
  }

  /** The name a new lineage for these names gets: the first, without a wildcard label. */
  public static CertName forDomains(List<DomainName> domains) {
    return new CertName(domains.get(0).withoutWildcard());
  }

  private static boolean isUsable(String value) {
    if (value.isEmpty() || value.charAt(0) == '.' || value.length() > 240) {
      return false;
    }
    char[] chars = value.toCharArray();
    for (char c : chars) {
      if (c == '/' || c < 0x20 || c == 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static String printable(String value) {
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      out.append(c < 0x20 || c == 0x7f ? '?' : c);
    }
    return out.toString();
  }

  @Override
  public int compareTo(CertName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
