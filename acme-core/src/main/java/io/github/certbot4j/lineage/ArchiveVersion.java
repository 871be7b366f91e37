package io.github.certbot4j.lineage;

/**
 * The number in the names of the four files that were stored together.
 *
 * @param number 0 or greater; the first one written is 1
 */
public record ArchiveVersion(int number) implements Comparable<ArchiveVersion> {

  /** Keeps a number that a stranger chose from overflowing. */
  private static final int MAX_DIGITS = 9;

  static final int NOT_A_VERSION = -1;

  public ArchiveVersion {
    if (number < 0) {
      throw new IllegalArgumentException("a version is not negative");
    }
  }

  /** Reads decimal digits without leading zeros; {@link #NOT_A_VERSION} for anything else. */
  static int parse(String text, int from, int to) {
    boolean padded = to - from > 1 && text.charAt(from) == '0';
    if (to <= from || to - from > MAX_DIGITS || padded) {
      return NOT_A_VERSION;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return NOT_A_VERSION;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }

  @Override
  public int compareTo(ArchiveVersion other) {
    return Integer.compare(number, other.number);
  }

  // Spelled out, because the JVM makes up a record's comparison at run time, which start-up feels.

  @Override
  public boolean equals(Object other) {
    return other instanceof ArchiveVersion that && number == that.number;
  }

  @Override
  public int hashCode() {
    return number;
  }

  @Override
  public String toString() {
    return Integer.toString(number);
  }
}
