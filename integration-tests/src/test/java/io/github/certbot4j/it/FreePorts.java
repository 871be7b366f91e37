package io.github.certbot4j.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports on the loopback address that nobody listens on: below those that the system gives to
 * outgoing connections, and from another range for each JVM that runs tests at the same time.
 */
public final class FreePorts {
  private static final int LOWEST = 20_000;
  private static final int RANGE = 3_000;

  private FreePorts() {}

  /** All ports are held until the last one is found, so that no two are the same. */
  static List<Integer> find(int count) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      while (held.size() < count) {
        tryRandomPort(held);
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      held.forEach(FreePorts::close);
    }
  }

  private static void tryRandomPort(List<ServerSocket> held) {
    int fork = Integer.getInteger("certbot4j.it.fork", 1) % 4;
    int port = LOWEST + fork * RANGE + ThreadLocalRandom.current().nextInt(RANGE);
    try {
      held.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
    } catch (IOException busy) {
      // The next one then.
    }
  }

  public static int findOne() {
    return find(1).get(0);
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException busy) {
      return false;
    }
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
