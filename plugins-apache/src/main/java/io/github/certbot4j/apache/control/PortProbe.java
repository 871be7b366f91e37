package io.github.certbot4j.apache.control;

import io.github.certbot4j.apache.config.ApacheTrouble;
import io.github.certbot4j.webserver.PortHolders;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
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
  private final PortHolders holders;

  /** Looks at the machine. */
  public PortProbe() {
    this(PortProbe::isTaken, new PortHolders(Path.of("/proc")));
  }

  /**
   * Looks elsewhere.
   *
   * @param taken whether somebody listens where an argument of {@code Listen} says
   * @param holders finds out who
   */
  public PortProbe(Predicate<String> taken, PortHolders holders) {
    this.taken = taken;
    this.holders = holders;
  }

  /**
   * Checks what comes in addition.
   *
   * @param before arguments of {@code Listen} that the server has in use
   * @param after those that it is going to have
   * @param server the process of the server; empty if it isn't running
   * @throws io.github.certbot4j.model.FailureException naming one that another program has
   */
  public void requireFree(List<String> before, List<String> after, OptionalLong server) {
    Set<String> portsBefore = new HashSet<>();
    before.forEach(listen -> portsBefore.add(port(listen)));
    for (String listen : after) {
      // At a port that the server has in use, its own socket is in the way.
      if (!portsBefore.contains(port(listen)) && taken.test(listen)) {
        refuse(listen, server);
      }
    }
  }

  private void refuse(String listen, OptionalLong server) {
    int port = Integer.parseInt(port(listen));
    Set<Long> processes = holders.processesAt(port);
    if (server.isPresent() && processes.contains(server.getAsLong())) {
      LOG.debug("Apache itself listens at {} already", listen);
      return;
    }
    throw ApacheTrouble.of(
        "Apache was to listen at port "
            + port
            + " (Listen "
            + listen
            + "), but another program does: "
            + String.join(", ", holders.at(port))
            + ".",
        "Stop it, or have it use another port.");
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
