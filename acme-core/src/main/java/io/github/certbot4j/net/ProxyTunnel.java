package io.github.certbot4j.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Has a proxy lead a connection on to another server (RFC 9110 section 9.3.6). The JDK could do it,
 * but sends a password only after a system property was changed for the whole process.
 */
final class ProxyTunnel {

  private static final int LONGEST_HEAD = 64 << 10;

  private ProxyTunnel() {}

  /**
   * Opens the tunnel.
   *
   * @param socket connected to the proxy; closed on failure
   * @throws ProxyTroubleException if the proxy doesn't agree
   */
  static void open(Socket socket, HttpProxy proxy, InetSocketAddress target, int timeoutMillis)
      throws IOException {
    try {
      socket.setSoTimeout(timeoutMillis);
      socket.getOutputStream().write(request(proxy, target));
      socket.getOutputStream().flush();
      requireSuccess(readHead(socket.getInputStream()));
    } catch (IOException e) {
      socket.close();
      throw new ProxyTroubleException(proxy, NetworkWords.of(e), e);
    }
  }

  private static byte[] request(HttpProxy proxy, InetSocketAddress target) {
    String host = target.getHostString();
    String authority = (host.contains(":") ? "[" + host + "]" : host) + ":" + target.getPort();
    StringBuilder head = new StringBuilder();
    head.append("CONNECT ").append(authority).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(authority).append("\r\n");
    proxy
        .credentials()
        .ifPresent(value -> head.append("Proxy-Authorization: ").append(value).append("\r\n"));
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Byte by byte: whatever follows the head belongs to the tunnel. */
  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
      int next = in.read();
      if (next < 0 || head.length() > LONGEST_HEAD) {
        throw new IOException("it does not answer like a proxy");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static void requireSuccess(String head) throws IOException {
    String line = head.substring(0, head.indexOf("\r\n"));
    String[] words = line.split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/")) {
      throw new IOException("it does not answer like a proxy");
    }
    if (words[1].equals("407")) {
      throw new IOException("it wants a user name and password, or other ones");
    }
    if (!words[1].startsWith("2")) {
      throw new IOException("it answered " + line);
    }
  }
}
