package io.github.certbot4j.acme.acme4j;

import io.github.certbot4j.acme.HttpProxy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Optional;

/** A socket that, when told to connect, finds its way: by a proxy, by any address that answers. */
final class RoutedSocket extends Socket {

  private final Optional<HttpProxy> proxy;
  private Socket connected;

  RoutedSocket(Optional<HttpProxy> proxy) {
    this.proxy = proxy;
  }

  /** The connection; after {@link #connect} only. */
  Socket connected() throws SocketException {
    if (connected == null) {
      throw new SocketException("Socket is not connected");
    }
    return connected;
  }

  @Override
  public void connect(SocketAddress endpoint) throws IOException {
    connect(endpoint, 0);
  }

  @Override
  public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
    InetSocketAddress target = (InetSocketAddress) endpoint;
    if (proxy.isEmpty()) {
      connected = dial(target.getHostString(), target.getPort(), timeoutMillis);
      return;
    }
    try {
      connected = dial(proxy.get().host(), proxy.get().port(), timeoutMillis);
    } catch (IOException e) {
      throw new ProxyTroubleException(proxy.get(), NetworkWords.of(e), e);
    }
    ProxyTunnel.open(connected, proxy.get(), target, timeoutMillis);
  }

  private static Socket dial(String host, int port, int timeoutMillis) throws IOException {
    IOException first = null;
    for (InetAddress address : InetAddress.getAllByName(host)) {
      Socket socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(address, port), timeoutMillis);
        return socket;
      } catch (IOException e) {
        socket.close();
        first = first == null ? e : first;
      }
    }
    throw first == null ? new SocketException("No address") : first;
  }

  @Override
  public boolean isConnected() {
    return connected != null;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return connected().getInputStream();
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return connected().getOutputStream();
  }

  @Override
  public void setTcpNoDelay(boolean on) throws SocketException {
    connected().setTcpNoDelay(on);
  }

  @Override
  public void setSoTimeout(int timeoutMillis) throws SocketException {
    if (connected != null) {
      connected.setSoTimeout(timeoutMillis);
    }
  }

  @Override
  public int getSoTimeout() throws SocketException {
    return connected == null ? 0 : connected.getSoTimeout();
  }

  @Override
  public boolean isClosed() {
    return connected != null ? connected.isClosed() : super.isClosed();
  }

  @Override
  public void close() throws IOException {
    if (connected != null) {
      connected.close();
    }
    super.close();
  }
}
