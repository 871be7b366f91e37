package io.github.certbot4j.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/** A socket that, when told to connect, takes a {@link Route}. */
final class RoutedSocket extends Socket {

  private final Route route;
  private Socket connected;

  RoutedSocket(Route route) {
    this.route = route;
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
    connected = route.connect((InetSocketAddress) endpoint, timeoutMillis);
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
  public synchronized void setSoTimeout(int timeoutMillis) throws SocketException {
    if (connected != null) {
      connected.setSoTimeout(timeoutMillis);
    }
  }

  @Override
  public synchronized int getSoTimeout() throws SocketException {
    return connected == null ? 0 : connected.getSoTimeout();
  }

  @Override
  public boolean isClosed() {
    return connected != null ? connected.isClosed() : super.isClosed();
  }

  @Override
  public synchronized void close() throws IOException {
    if (connected != null) {
      connected.close();
    }
    super.close();
  }
}
