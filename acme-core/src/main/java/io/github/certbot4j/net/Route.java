package io.github.certbot4j.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;

/** A way to a server. */
@FunctionalInterface
interface Route {

  /**
   * Connects.
   *
   * @param timeoutMillis for each attempt; 0 for ever
   */
  Socket connect(InetSocketAddress target, int timeoutMillis) throws IOException;

  /** By any of the host's addresses that answers, in the resolver's order. */
  static Route direct() {
    return (target, timeout) -> dial(target.getHostString(), target.getPort(), timeout);
  }

  /** Through a tunnel that a proxy makes. */
  static Route through(HttpProxy proxy) {
    return (target, timeout) -> {
      Socket socket;
      try {
        socket = dial(proxy.host(), proxy.port(), timeout);
      } catch (IOException e) {
        throw new ProxyTroubleException(proxy, NetworkWords.of(e), e);
      }
      ProxyTunnel.open(socket, proxy, target, timeout);
      return socket;
    };
  }

  private static Socket dial(String host, int port, int timeoutMillis) throws IOException {
    return dialAny(InetAddress.getAllByName(host), port, timeoutMillis);
  }

  /**
   * Connects to the first address that answers.
   *
   * @param timeoutMillis for each address; 0 for ever
   * @throws IOException what the first address failed for
   */
  static Socket dialAny(InetAddress[] addresses, int port, int timeoutMillis) throws IOException {
    IOException first = null;
    for (InetAddress address : addresses) {
      Socket socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(address, port), timeoutMillis);
        return socket;
      } catch (IOException e) {
        socket.close();
        first = first == null ? e : first;
      }
    }
    throw first == null ? new SocketException("the host has no address") : first;
  }
}
