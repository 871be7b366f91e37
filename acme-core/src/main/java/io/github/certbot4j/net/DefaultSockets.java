package io.github.certbot4j.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * The runtime's own factory of TLS sockets, made when a socket is asked of it. Every {@link
 * HttpsURLConnection} takes the default factory before it can be given another, and making that
 * reads all roots of the runtime, which costs more than the requests of an order.
 */
final class DefaultSockets extends SSLSocketFactory {

  private DefaultSockets() {}

  /** Delays the making of the default factory; connections that use it work as before. */
  static void delay() {
    HttpsURLConnection.setDefaultSSLSocketFactory(new DefaultSockets());
  }

  private static SSLSocketFactory made() {
    return (SSLSocketFactory) getDefault();
  }

  @Override
  public Socket createSocket() throws IOException {
    return made().createSocket();
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    return made().createSocket(socket, host, port, autoClose);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return made().createSocket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return made().createSocket(host, port, localHost, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return made().createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
      throws IOException {
    return made().createSocket(address, port, localAddress, localPort);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return made().getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return made().getSupportedCipherSuites();
  }
}
