package io.github.certbot4j.nginx.vhost;

import io.github.certbot4j.nginx.parse.Statement;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a {@code listen} directive says (ngx_http_core_listen).
 *
 * @param host the address as written, an IPv6 one with its brackets; empty for all, {@code unix:}
 *     and a path for a local socket
 * @param firstPort the port; 0 for a local socket, -1 if it can't be read
 * @param lastPort the same, or the end of a range
 * @param parameters the further words
 */
public record Listen(String host, int firstPort, int lastPort, List<String> parameters) {

  /** Where nginx listens when a block says nothing about it. */
  public static final Listen IMPLICIT = new Listen("", 80, 80, List.of());

  private static final int USUAL_PORT = 80;
  private static final String LOCAL = "unix:";

  /** Parameters that nginx wants only once for each address and port. */
  private static final Set<String> OF_THE_SOCKET =
      Set.of(
          "setfib",
          "fastopen",
          "backlog",
          "rcvbuf",
          "sndbuf",
          "accept_filter",
          "deferred",
          "bind",
          "ipv6only",
          "reuseport",
          "so_keepalive");

  /** Reads a {@code listen} directive with at least one argument. */
  static Listen of(Statement statement) {
    List<String> arguments = statement.arguments();
    String address = arguments.get(0);
    List<String> parameters = List.copyOf(arguments.subList(1, arguments.size()));
    if (address.startsWith(LOCAL)) {
      return new Listen(address, 0, 0, parameters);
    }
    int bracket = address.lastIndexOf(']');
    int colon = address.indexOf(':', bracket + 1);
    if (colon < 0 && isPort(address)) {
      return withPort("", address, parameters);
    }
    return colon < 0
        ? new Listen(address, USUAL_PORT, USUAL_PORT, parameters)
        : withPort(address.substring(0, colon), address.substring(colon + 1), parameters);
  }

  private static Listen withPort(String host, String port, List<String> parameters) {
    int dash = port.indexOf('-');
    int first = number(dash < 0 ? port : port.substring(0, dash));
    int last = dash < 0 ? first : number(port.substring(dash + 1));
    return new Listen(host, first, last, parameters);
  }

  private static boolean isPort(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-');
  }

  private static int number(String text) {
    if (text.isEmpty()) {
      return USUAL_PORT;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /**
   * Whether a parameter belongs to the socket, or makes a block the default: no copy may have it.
   */
  static boolean isOnlyOnce(String parameter) {
    return isDefaultMark(parameter) || isOfTheSocket(parameter);
  }

  private static boolean isOfTheSocket(String parameter) {
    int equals = parameter.indexOf('=');
    return OF_THE_SOCKET.contains(equals < 0 ? parameter : parameter.substring(0, equals));
  }

  private static boolean isDefaultMark(String parameter) {
    return parameter.equals("default_server") || parameter.equals("default");
  }

  /** Whether it is a local socket and no network address. */
  public boolean isLocal() {
    return host.startsWith(LOCAL);
  }

  public boolean isIpv6() {
    return host.startsWith("[");
  }

  /** Whether it says itself that it speaks TLS, be it over TCP or, as HTTP/3, over UDP. */
  public boolean isMarkedSecure() {
    return parameters.contains("ssl") || parameters.contains("quic");
  }

  /** Whether it is for HTTP/3 and so leaves the TCP port of that number to others. */
  public boolean isQuic() {
    return parameters.contains("quic");
  }

  public boolean isDefault() {
    return parameters.stream().anyMatch(Listen::isDefaultMark);
  }

  /** Whether it sets something of the socket, which another directive then must not set. */
  boolean setsSocketOptions() {
    return parameters.stream().anyMatch(Listen::isOfTheSocket);
  }

  /** Whether an IPv6 address takes connections by IPv4 too. */
  /** Whether visitors by IPv4 come in here. */
  boolean takesIpv4() {
    return isIpv6() ? takesIpv4Too() : !isLocal();
  }

  boolean takesIpv4Too() {
    return isIpv6() && parameters.contains("ipv6only=off");
  }

  boolean isAllAddresses() {
    return host.isEmpty() || host.equals("*") || host.equals("0.0.0.0");
  }

  boolean isAllIpv6Addresses() {
    return isIpv6() && key().startsWith("[0:0:0:0:0:0:0:0]");
  }

  public boolean coversPort(int port) {
    return !isLocal() && firstPort <= port && port <= lastPort;
  }

  /** The same text for directives of the same address and port. */
  String key() {
    String address = isAllAddresses() ? "*" : isIpv6() ? expanded(host) : host;
    return address.toLowerCase(Locale.ROOT) + ":" + firstPort + "-" + lastPort;
  }

  private static String expanded(String host) {
    try {
      return InetAddress.getByName(host) instanceof Inet6Address address
          ? "[" + address.getHostAddress() + "]"
          : host;
    } catch (UnknownHostException e) {
      return host;
    }
  }

  /** The keys of those that are marked as secure over TCP. */
  static Set<String> secureKeys(List<Listen> listens) {
    Set<String> keys = new HashSet<>();
    for (Listen listen : listens) {
      if (listen.isMarkedSecure() && !listen.isQuic()) {
        keys.add(listen.key());
      }
    }
    return keys;
  }

  /** As it is shown to users. */
  @Override
  public String toString() {
    if (isLocal()) {
      return host;
    }
    String ports = firstPort == lastPort ? "" + firstPort : firstPort + "-" + lastPort;
    String address = host.isEmpty() ? ports : host + ":" + ports;
    return address
        + (parameters.contains("ssl") ? " ssl" : "")
        + (isQuic() ? " quic" : "")
        + (isDefault() ? " default_server" : "");
  }
}
