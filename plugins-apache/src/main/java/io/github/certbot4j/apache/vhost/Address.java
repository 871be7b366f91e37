package io.github.certbot4j.apache.vhost;

import java.util.Locale;

/**
 * An address of a virtual host.
 *
 * @param host a name, an IP address (IPv6 in brackets), {@code *} or {@code _default_}
 * @param port digits, or {@code *} for all
 */
public record Address(String host, String port) {

  private static final String ANY = "*";
  private static final String DEFAULT = "_default_";

  /** The address that an argument of {@code <VirtualHost>} means. */
  public static Address parse(String text) {
    int colon = text.lastIndexOf(':');
    boolean withPort = colon > 0 && colon > text.lastIndexOf(']');
    String host = withPort ? text.substring(0, colon) : text;
    String port = withPort ? text.substring(colon + 1) : "";
    return new Address(host, port.isEmpty() ? ANY : port);
  }

  public boolean hasAnyPort() {
    return port.equals(ANY);
  }

  public boolean isDefault() {
    return host.toLowerCase(Locale.ROOT).equals(DEFAULT);
  }

  public Address withPort(String other) {
    return new Address(host, other);
  }

  /**
   * Whether a virtual host with this address would take requests that one with another address is
   * meant for.
   */
  public boolean conflictsWith(Address proposed) {
    if (proposed.specificity() > specificity()) {
      return true;
    }
    return host.equalsIgnoreCase(proposed.host) && (hasAnyPort() || port.equals(proposed.port));
  }

  private int specificity() {
    if (isDefault()) {
      return 0;
    }
    return host.equals(ANY) ? 1 : 2;
  }

  @Override
  public String toString() {
    return hasAnyPort() ? host : host + ":" + port;
  }
}
