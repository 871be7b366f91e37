package io.github.certbot4j.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocketFactory;

/**
 * Makes TLS sockets over connections that take a {@link Route}. {@link
 * javax.net.ssl.HttpsURLConnection} asks for a plain socket, connects it, and has TLS laid over it.
 */
final class RoutedSocketFactory extends SSLSocketFactory implements AutoCloseable {

  private final SSLSocketFactory tls;
  private final Route route;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  RoutedSocketFactory(SSLSocketFactory tls, Route route) {
    this.tls = tls;
    this.route = route;
  }

  @Override
  public Socket createSocket() {
    return new RoutedSocket(route);
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    Socket below = socket instanceof RoutedSocket routed ? routed.connected() : socket;
    Socket secured = tls.createSocket(below, host, port, autoClose);
    sockets.removeIf(Socket::isClosed);
    sockets.add(secured);
    return secured;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    Socket plain = createSocket();
    plain.connect(InetSocketAddress.createUnresolved(host, port), 0);
    return createSocket(plain, host, port, true);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket(host.getHostAddress(), port);
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
      throws IOException {
    return createSocket(address, port);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return tls.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return tls.getSupportedCipherSuites();
  }

  @Override
  public void close() {
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException ignored) {
        // It was of no more use anyway.
      }
    }
    sockets.clear();
  }
}
