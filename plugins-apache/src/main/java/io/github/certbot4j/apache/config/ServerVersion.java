package io.github.certbot4j.apache.config;

import java.util.Arrays;
import java.util.List;

/**
 * A version of dotted numbers.
 *
 * @param numbers the most significant first
 */
public record ServerVersion(List<Integer> numbers) implements Comparable<ServerVersion> {

  public ServerVersion {
    numbers = List.copyOf(numbers);
  }

  /**
   * Reads digits and dots.
   *
   * @throws NumberFormatException for anything else
   */
  public static ServerVersion parse(String text) {
    return new ServerVersion(Arrays.stream(text.split("\\.")).map(Integer::valueOf).toList());
  }

  public boolean isAtLeast(String other) {
    return compareTo(parse(other)) >= 0;
  }

  @Override
  public int compareTo(ServerVersion other) {
    for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
      int order = Integer.compare(at(i), other.at(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private int at(int index) {
    return index < numbers.size() ? numbers.get(index) : 0;
  }

  @Override
  public String toString() {
    return String.join(".", numbers.stream().map(String::valueOf).toList());
  }
}
