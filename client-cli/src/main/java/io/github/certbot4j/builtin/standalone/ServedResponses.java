package io.github.certbot4j.builtin.standalone;

import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Challenge;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What is published at one port, by however many authenticators at a time, and the server that
 * gives it out while there is any.
 */
final class ServedResponses {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Held while the port is opened, about which the user may be asked. */
  private final ReentrantLock starting = new ReentrantLock();

  private final Map<String, String> contents = new ConcurrentHashMap<>();

  /** Null while nothing is published. */
  private ChallengeServer server;

  /**
   * Publishes responses.
   *
   * @param listening opens the port; called only if it isn't open yet
   */
  void publish(List<Challenge> challenges, Supplier<List<ServerSocketChannel>> listening) {
    starting.lock();
    try {
      if (announce(challenges)) {
        serve(listening.get());
      }
    } finally {
      starting.unlock();
    }
  }

  /** Whether a server has to be started for them. */
  private synchronized boolean announce(List<Challenge> challenges) {
    for (Challenge challenge : challenges) {
      contents.put(challenge.token(), challenge.validation());
    }
    return server == null && !challenges.isEmpty();
  }

  /** The program may have been told to end, and cleaned up, while it asked about a busy port. */
  private synchronized void serve(List<ServerSocketChannel> listeners) {
    ChallengeServer started = start(listeners);
    if (contents.isEmpty()) {
      started.stop();
    } else {
      server = started;
    }
  }

  private ChallengeServer start(List<ServerSocketChannel> listeners) {
    try {
      ResponseWriter responses = new ResponseWriter(Challenge.HTTP_PATH, contents);
      return ChallengeServer.start(listeners, responses, PATIENCE);
    } catch (IOException e) {
      throw new FailureException(
          new Failure.Environment(
              "Could not start the web server for challenges: " + e.getMessage() + ".", "", true),
          e);
    }
  }

  /** Takes responses back, and closes the port after the last. */
  synchronized void withdraw(List<Challenge> challenges) {
    for (Challenge challenge : challenges) {
      contents.remove(challenge.token());
    }
    if (server != null && contents.isEmpty()) {
      server.stop();
      server = null;
    }
  }

  /** The port that is listened at; empty while nothing is published. */
  synchronized OptionalInt listeningPort() throws IOException {
    return server == null ? OptionalInt.empty() : OptionalInt.of(server.port());
  }
}
