package io.github.certbot4j.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A route that can be taken once. */
final class OneAttempt implements Route {

  private final Route route;
  private final AtomicBoolean taken = new AtomicBoolean();

  OneAttempt(Route route) {
    this.route = route;
  }

  @Override
  public Socket connect(InetSocketAddress target, int timeoutMillis) throws IOException {
    if (taken.getAndSet(true)) {
      throw new SocketException("end of file instead of an answer");
    }
    return route.connect(target, timeoutMillis);
  }
}
