package io.github.certbot4j.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy that leads every tunnel to one port of this machine, or answers something else. */
public final class StubProxy implements AutoCloseable {

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final int target;
  private final String refusal;

  private StubProxy(int target, String refusal) {
    try {
      this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    this.target = target;
    this.refusal = refusal;
    threads.execute(this::accept);
  }

  public static StubProxy leadingTo(int port) {
    return new StubProxy(port, "");
  }

  public static StubProxy answering(String text) {
    return new StubProxy(0, text);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** What each client said first. */
  public List<String> heads() {
    return heads;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        threads.execute(() -> serve(client));
      } catch (IOException expected) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      heads.add(readHead(client.getInputStream()));
      if (!refusal.isEmpty()) {
        client.getOutputStream().write(refusal.getBytes(StandardCharsets.ISO_8859_1));
        return;
      }
      try (Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target)) {
        client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        threads.execute(() -> pump(upstream, client));
        client.getInputStream().transferTo(upstream.getOutputStream());
      }
    } catch (IOException expected) {
      // One of the two has gone.
    }
  }

  private static void pump(Socket from, Socket to) {
    try {
      OutputStream out = to.getOutputStream();
      from.getInputStream().transferTo(out);
    } catch (IOException expected) {
      // One of the two has gone.
    }
  }

  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    threads.shutdownNow();
  }
}
