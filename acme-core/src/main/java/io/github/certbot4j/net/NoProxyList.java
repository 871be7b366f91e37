package io.github.certbot4j.net;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The hosts of a {@code no_proxy} variable: names that also cover the names below them, IP
 * addresses, IPv4 networks as {@code 10.0.0.0/8}, each with a port at will, or {@code *} for all.
 */
final class NoProxyList {

  private static final int IPV4_BITS = 32;
  private static final int IPV4_PARTS = 4;
  private static final long NO_ADDRESS = -1;

  private final List<String> entries = new ArrayList<>();

  NoProxyList(String text) {
    for (String entry : text.toLowerCase(Locale.ROOT).split("[,\\s]+")) {
      String bare = entry.startsWith("*.") ? entry.substring(2) : withoutLeadingDots(entry);
      if (!bare.isEmpty()) {
        entries.add(bare);
      }
    }
  }

  boolean covers(URI target) {
    String host = target.getHost().toLowerCase(Locale.ROOT);
    String withPort = host + ":" + port(target);
    return entries.stream().anyMatch(entry -> covers(entry, host) || covers(entry, withPort));
  }

  private static boolean covers(String entry, String host) {
    if (entry.equals("*") || entry.equals(host) || host.equals("[" + entry + "]")) {
      return true;
    }
    long address = ipv4(host);
    return address == NO_ADDRESS ? host.endsWith("." + entry) : inNetwork(entry, address);
  }

  private static boolean inNetwork(String entry, long address) {
    int slash = entry.indexOf('/');
    if (slash < 0) {
      return false;
    }
    long network = ipv4(entry.substring(0, slash));
    int bits = smallNumber(entry.substring(slash + 1), IPV4_BITS);
    if (network == NO_ADDRESS || bits < 0) {
      return false;
    }
    int shift = IPV4_BITS - bits;
    return network >> shift == address >> shift;
  }

  private static long ipv4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != IPV4_PARTS) {
      return NO_ADDRESS;
    }
    long address = 0;
    for (String part : parts) {
      int octet = smallNumber(part, 255);
      if (octet < 0) {
        return NO_ADDRESS;
      }
      address = address << 8 | octet;
    }
    return address;
  }

  /** The number, or -1 if it isn't one between 0 and the largest allowed. */
  private static int smallNumber(String text, int largest) {
    if (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    int number = Integer.parseInt(text);
    return number <= largest ? number : -1;
  }

  private static int port(URI target) {
    if (target.getPort() >= 0) {
      return target.getPort();
    }
    return "https".equalsIgnoreCase(target.getScheme()) ? 443 : 80;
  }

  private static String withoutLeadingDots(String entry) {
    int start = 0;
    while (start < entry.length() && entry.charAt(start) == '.') {
      start++;
    }
    return entry.substring(start);
  }
}
