package io.github.certbot4j.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A web server for all host names that, once it is told to, answers nobody before it was asked for
 * several of them: whoever asks for one after the other waits in vain.
 */
final class GatheringServer implements AutoCloseable {
  private static final long PATIENCE_OF_THE_CA_SECONDS = 4;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Path root;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private volatile CountDownLatch missing = new CountDownLatch(0);

  GatheringServer(int port, Path root) throws IOException {
    this.root = FileTree.directory(root);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** The next answer waits until so many names were asked for. */
  void gather(int names) {
    asked.clear();
    missing = new CountDownLatch(names);
  }

  /** Whether so many names were asked for at the same time as was wanted. */
  boolean hasGathered() {
    return missing.getCount() == 0;
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (asked.add(exchange.getRequestHeaders().getFirst("Host"))) {
      missing.countDown();
    }
    await();
    Path file = root.resolve(exchange.getRequestURI().getPath().substring(1));
    if (Files.isRegularFile(file)) {
      byte[] content = Files.readAllBytes(file);
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    } else {
      exchange.sendResponseHeaders(404, -1);
    }
    exchange.close();
  }

  private void await() {
    try {
      boolean all = missing.await(PATIENCE_OF_THE_CA_SECONDS, TimeUnit.SECONDS);
      assert all || !hasGathered();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    gather(0);
    server.stop(0);
    threads.shutdownNow();
  }
}
