package io.github.certbot4j.nginx;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code nginx -V} tells.
 *
 * @param product {@code nginx}, or what a derivative calls itself
 * @param version the parts of its version number
 * @param openSsl the version of OpenSSL; empty if it was built with another library
 * @param hasSsl whether its module for TLS was built in
 * @param hasSni whether it tells names apart that share an address
 */
record NginxVersion(
    String product,
    List<Integer> version,
    Optional<String> openSsl,
    boolean hasSsl,
    boolean hasSni) {

  private static final Pattern VERSION =
      Pattern.compile("nginx version: ([^/\\s]+)/([0-9]+(?:\\.[0-9]+)*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern RUNNING = Pattern.compile("running with OpenSSL ([^ ]+) ");
  private static final Pattern BUILT = Pattern.compile("built with OpenSSL ([^ ]+) ");
  private static final Pattern SNI =
      Pattern.compile("TLS SNI support enabled", Pattern.CASE_INSENSITIVE);
  private static final Pattern VERSION_PART = Pattern.compile("[0-9]+|[a-z]+");

  /** Reads what it wrote; empty if there is no version in it. */
  static Optional<NginxVersion> parse(String text) {
    Matcher matcher = VERSION.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    List<Integer> parts = new ArrayList<>();
    for (String part : matcher.group(2).split("\\.")) {
      parts.add(part.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(part));
    }
    return Optional.of(
        new NginxVersion(
            matcher.group(1),
            parts,
            first(RUNNING, text).or(() -> first(BUILT, text)),
            text.contains(" --with-http_ssl_module"),
            SNI.matcher(text).find()));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  boolean isAtLeast(int... wanted) {
    for (int i = 0; i < wanted.length; i++) {
      int have = i < version.size() ? version.get(i) : 0;
      if (have != wanted[i]) {
        return have > wanted[i];
      }
    }
    return true;
  }

  /** Whether its sessions can be resumed without tickets, so that these may be switched off. */
  boolean canDoWithoutTickets() {
    return isAtLeast(1, 5, 9) && openSsl.map(v -> compareLoosely(v, "1.0.2l") >= 0).orElse(false);
  }

  boolean hasTls13() {
    return isAtLeast(1, 13, 0);
  }

  boolean canStaple() {
    return isAtLeast(1, 3, 7);
  }

  boolean isSupported() {
    return isAtLeast(0, 8, 48);
  }

  /** Part by part: numbers by their value, letters by the alphabet, a number before letters. */
  static int compareLoosely(String one, String other) {
    List<String> left = parts(one);
    List<String> right = parts(other);
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = comparePart(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static int comparePart(String one, String other) {
    boolean number = Character.isDigit(one.charAt(0));
    if (number != Character.isDigit(other.charAt(0))) {
      return number ? -1 : 1;
    }
    return number ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
  }

  private static List<String> parts(String version) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = VERSION_PART.matcher(version);
    while (matcher.find()) {
      parts.add(matcher.group());
    }
    return parts;
  }

  @Override
  public String toString() {
    return product + "/" + String.join(".", version.stream().map(String::valueOf).toList());
  }
}
