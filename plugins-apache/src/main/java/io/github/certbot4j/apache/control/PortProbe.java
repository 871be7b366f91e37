package io.github.certbot4j.apache.control;

import io.github.certbot4j.apache.config.ApacheTrouble;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether ports are free that the server is going to listen at. A server that can't have one
 * of them ends when it is reloaded.
 */
public final class PortProbe {

  private static final Logger LOG = LoggerFactory.getLogger(PortProbe.class);

  private final Predicate<String> taken;

  /** Looks at the machine. */
  public PortProbe() {
    this(PortProbe::isTaken);
  }

  /**
   * Looks elsewhere.
   *
   * @param taken whether somebody listens where an argument of {@code Listen} says
   */
  public PortProbe(Predicate<String> taken) {
    this.taken = taken;
  }

  /**
   * Checks what comes in addition.
   *
   * @param before arguments of {@code Listen} that the server has in use
   * @param after those that it is going to have
   * @throws io.github.certbot4j.model.FailureException naming one that another program has
   */
  public void requireFree(List<String> before, List<String> after) {
    Set<String> added = new HashSet<>(after);
    before.forEach(added::remove);
    Set<String> portsBefore = new HashSet<>();
    before.forEach(listen -> portsBefore.add(port(listen)));
    for (String listen : added) {
      // At a port that the server has in use at another address, its own socket may be in the way.
      if (!portsBefore.contains(port(listen)) && taken.test(listen)) {
        throw ApacheTrouble.of(
            "Apache was to listen at port "
                + port(listen)
                + ", but another program does that (Listen "
                + listen
                + ").",
            "Stop that program, or have it use another port.");
      }
    }
  }

  private static boolean isTaken(String listen) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address(listen));
      return false;
    } catch (BindException e) {
      LOG.debug("Listen {}: {}", listen, e.getMessage());
      return String.valueOf(e.getMessage()).contains("in use");
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("Listen {} can't be tried", listen, e);
      return false;
    }
  }

  private static InetSocketAddress address(String listen) throws IOException {
    int port = Integer.parseInt(port(listen));
    int colon = listen.lastIndexOf(':');
    String host = colon < 0 ? "*" : listen.substring(0, colon);
    return host.equals("*")
        ? new InetSocketAddress(port)
        : new InetSocketAddress(InetAddress.getByName(host), port);
  }

  private static String port(String listen) {
    return listen.substring(listen.lastIndexOf(':') + 1);
  }
}
