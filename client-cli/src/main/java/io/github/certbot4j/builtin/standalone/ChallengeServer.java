package io.github.certbot4j.builtin.standalone;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers HTTP requests in one thread of its own, which never waits for a single client. A client
 * that takes too long is dropped, and so is the oldest one when there are too many.
 */
final class ChallengeServer {

  private static final Logger LOG = LoggerFactory.getLogger(ChallengeServer.class);
  private static final int MOST_CONNECTIONS = 256;

  private final List<ServerSocketChannel> listeners;
  private final ResponseWriter responses;
  private final Duration patience;
  private final Selector selector;
  private final Thread thread;
  private final Deque<SelectionKey> oldestFirst = new ArrayDeque<>();
  private volatile boolean stopping;

  private ChallengeServer(
      List<ServerSocketChannel> listeners, ResponseWriter responses, Duration patience)
      throws IOException {
    this.listeners = listeners;
    this.responses = responses;
    this.patience = patience;
    this.selector = Selector.open();
    this.thread = new Thread(this::serve, "standalone web server");
  }

  /**
   * Starts serving.
   *
   * @param listeners bound and not blocking; closed when the server stops
   * @param patience how long one client may take
   */
  static ChallengeServer start(
      List<ServerSocketChannel> listeners, ResponseWriter responses, Duration patience)
      throws IOException {
    ChallengeServer server;
    try {
      server = new ChallengeServer(listeners, responses, patience);
      for (ServerSocketChannel listener : listeners) {
        listener.register(server.selector, SelectionKey.OP_ACCEPT);
      }
    } catch (IOException e) {
      closeAll(listeners);
      throw e;
    }
    server.thread.setDaemon(true);
    server.thread.start();
    return server;
  }

  int port() throws IOException {
    return ((InetSocketAddress) listeners.get(0).getLocalAddress()).getPort();
  }

  /** Ends all connections; when this returns, the port is free. */
  void stop() {
    stopping = true;
    selector.wakeup();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve() {
    try {
      while (!stopping) {
        selector.select(untilNextDeadline());
        advanceReady();
        dropLate();
      }
    } catch (IOException | RuntimeException e) {
      LOG.error("The web server for challenges has failed: {}", e.toString());
      LOG.debug("Serving failed", e);
    } finally {
      closeEverything();
    }
  }

  private void advanceReady() {
    for (SelectionKey key : selector.selectedKeys()) {
      if (!key.isValid()) {
        continue;
      }
      if (key.attachment() instanceof Connection connection) {
        advance(key, connection);
      } else {
        accept((ServerSocketChannel) key.channel());
      }
    }
    selector.selectedKeys().clear();
  }

  private void advance(SelectionKey key, Connection connection) {
    try {
      if (connection.advance(key)) {
        return;
      }
    } catch (IOException e) {
      LOG.debug("A client has gone", e);
    }
    oldestFirst.remove(key);
    drop(key);
  }

  private void accept(ServerSocketChannel listener) {
    try {
      SocketChannel channel = listener.accept();
      if (channel != null) {
        LOG.debug("Request from {}", channel.getRemoteAddress());
        channel.configureBlocking(false);
        Connection connection =
            new Connection(channel, responses, System.nanoTime() + patience.toNanos());
        oldestFirst.add(channel.register(selector, SelectionKey.OP_READ, connection));
      }
    } catch (IOException e) {
      LOG.debug("Could not accept a connection", e);
      dropOldest();
    }
    if (oldestFirst.size() > MOST_CONNECTIONS) {
      dropOldest();
    }
  }

  /** Zero, which is without limit, when nobody is connected. */
  private long untilNextDeadline() {
    if (oldestFirst.isEmpty()) {
      return 0;
    }
    Connection oldest = (Connection) oldestFirst.getFirst().attachment();
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(oldest.deadline() - System.nanoTime()) + 1);
  }

  private void dropLate() {
    long now = System.nanoTime();
    Iterator<SelectionKey> keys = oldestFirst.iterator();
    while (keys.hasNext()) {
      SelectionKey key = keys.next();
      if (((Connection) key.attachment()).deadline() - now > 0) {
        return;
      }
      keys.remove();
      drop(key);
    }
  }

  private void dropOldest() {
    if (!oldestFirst.isEmpty()) {
      drop(oldestFirst.removeFirst());
    }
  }

  private static void drop(SelectionKey key) {
    try {
      ((Connection) key.attachment()).close();
    } catch (IOException e) {
      LOG.debug("Closing a connection failed", e);
    }
  }

  private void closeEverything() {
    closeAll(listeners);
    oldestFirst.forEach(ChallengeServer::drop);
    try {
      selector.close();
    } catch (IOException e) {
      LOG.debug("Closing the selector failed", e);
    }
  }

  private static void closeAll(List<ServerSocketChannel> listeners) {
    for (ServerSocketChannel listener : listeners) {
      try {
        listener.close();
      } catch (IOException e) {
        LOG.debug("Closing a listening socket failed", e);
      }
    }
  }
}
