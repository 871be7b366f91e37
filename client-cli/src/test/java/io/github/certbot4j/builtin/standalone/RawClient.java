package io.github.certbot4j.builtin.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends bytes and reads until the server closes. */
final class RawClient implements AutoCloseable {

  private static final int MILLIS = 20_000;

  private final Socket socket;

  RawClient(String address, int port) throws IOException {
    socket = new Socket(InetAddress.getByName(address), port);
    socket.setSoTimeout(MILLIS);
  }

  RawClient send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  String readAll() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  static String get(int port, String path) throws IOException {
    try (RawClient client = new RawClient("127.0.0.1", port)) {
      return client.send("GET " + path + " HTTP/1.1\r\nHost: a.example\r\n\r\n").readAll();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
