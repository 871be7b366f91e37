package io.github.certbot4j.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A web server that shows one directory for each host name. */
final class WebRootServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Path> roots = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean held;
  private volatile boolean waiting;

  WebRootServer(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  WebRootServer host(String name, Path root) {
    roots.put(name, FileTree.directory(root));
    return this;
  }

  /** From now on a request gets its answer only when the server is closed. */
  WebRootServer holding() {
    held = true;
    return this;
  }

  /** Whether a request waits for its answer. */
  boolean holds() {
    return waiting;
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (held) {
      waiting = true;
      awaitClosing();
    }
    String host = exchange.getRequestHeaders().getFirst("Host").replaceAll(":.*", "");
    Path root = roots.get(host);
    Path file = root == null ? null : root.resolve(exchange.getRequestURI().getPath().substring(1));
    if (file == null || !Files.isRegularFile(file)) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      byte[] content = Files.readAllBytes(file);
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    }
    exchange.close();
  }

  private void awaitClosing() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
