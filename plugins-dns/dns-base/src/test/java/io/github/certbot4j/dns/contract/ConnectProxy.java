package io.github.certbot4j.dns.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP proxy whose tunnels to port 443 of known hosts all end at one local server. */
final class ConnectProxy implements AutoCloseable {

  private static final int SECURE_PORT = 443;

  private final ServerSocket server;
  private final List<String> hosts;
  private final int target;
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  ConnectProxy(Collection<String> hosts, int target) throws IOException {
    this.hosts = List.copyOf(hosts);
    this.target = target;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Where the client wanted to go and must not. */
  List<String> refused() {
    return List.copyOf(refused);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        client.setTcpNoDelay(true);
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      String[] words = readHead(client.getInputStream()).split(" ", 3);
      boolean known =
          words[0].equals("CONNECT")
              && hosts.stream().anyMatch(host -> words[1].equals(host + ":" + SECURE_PORT));
      if (!known) {
        refused.add(words[0] + " " + words[1]);
        answer(client, "502 Bad Gateway");
        return;
      }
      answer(client, "200 OK");
      try (Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target)) {
        upstream.setTcpNoDelay(true);
        threads.execute(() -> pump(upstream, client));
        pump(client, upstream);
      }
    } catch (IOException e) {
      // The client went away.
    }
  }

  private static void answer(Socket client, String status) throws IOException {
    client.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(ascii()));
  }

  private static void pump(Socket from, Socket to) {
    byte[] buffer = new byte[16 << 10];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      int count = in.read(buffer);
      while (count >= 0) {
        out.write(buffer, 0, count);
        count = in.read(buffer);
      }
    } catch (IOException e) {
      // One side closed: so is the other.
    }
  }

  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("end of file");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static Charset ascii() {
    return StandardCharsets.US_ASCII;
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
