package io.github.certbot4j.nginx.vhost;

import java.util.List;

/** Sockets for IPv6 that take connections by IPv4 too. */
final class DualStack {

  private DualStack() {}

  /**
   * Whether such a socket holds the port for all addresses, so that one for IPv4 alone could not be
   * bound.
   */
  static boolean takesIpv4(List<Listen> listens, int port) {
    boolean both = false;
    for (Listen listen : listens) {
      if (listen.coversPort(port) && !listen.isQuic()) {
        if (listen.isAllAddresses()) {
          return false;
        }
        both |= listen.isAllIpv6Addresses() && listen.takesIpv4Too();
      }
    }
    return both;
  }
}
