package io.github.certbot4j.builtin.standalone;

import io.github.certbot4j.builtin.standalone.PortUnavailableException.Reason;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the sockets that listen: for IPv6 first, then for IPv4 at the same port. */
final class Listeners {

  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final List<ServerSocketChannel> opened = new ArrayList<>();
  private final List<IOException> failures = new ArrayList<>();
  private int port;

  private Listeners(int port) {
    this.port = port;
  }

  /**
   * Listens at an address or host name, or at all addresses.
   *
   * @param address empty for all
   * @param port 0 for any free one
   * @return at least one, not blocking, all at one port
   * @throws PortUnavailableException when none could be opened
   */
  static List<ServerSocketChannel> open(String address, int port) throws PortUnavailableException {
    Listeners listeners = new Listeners(port);
    listeners.openFamily(StandardProtocolFamily.INET6, address);
    listeners.openFamily(StandardProtocolFamily.INET, address);
    if (listeners.opened.isEmpty()) {
      throw listeners.unavailable();
    }
    return listeners.opened;
  }

  /** A socket for all IPv6 addresses usually serves IPv4 too, and then needs no second one. */
  private void openFamily(ProtocolFamily family, String address) {
    try {
      List<InetAddress> candidates = addresses(family, address);
      if (!candidates.isEmpty()) {
        ServerSocketChannel channel = bound(family, candidates.get(0));
        opened.add(channel);
        port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
      }
    } catch (IOException e) {
      failures.add(e);
      LOG.debug(
          "Not listening at '{}' port {} for {}: {}",
          address,
          port,
          family.name(),
          e.getMessage());
    } catch (UnsupportedOperationException e) {
      LOG.debug("This machine has no {}", family.name(), e);
    }
  }

  private static List<InetAddress> addresses(ProtocolFamily family, String address)
      throws IOException {
    boolean six = family == StandardProtocolFamily.INET6;
    if (address.isEmpty()) {
      return List.of(InetAddress.getByAddress(new byte[six ? 16 : 4]));
    }
    List<InetAddress> found = new ArrayList<>();
    try {
      for (InetAddress each : InetAddress.getAllByName(address)) {
        if (each instanceof Inet6Address == six) {
          found.add(each);
        }
      }
    } catch (UnknownHostException e) {
      throw new IOException("'" + address + "' is no address or host name of this machine", e);
    }
    return found;
  }

  private ServerSocketChannel bound(ProtocolFamily family, InetAddress address) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open(family);
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      channel.configureBlocking(false);
      return channel.bind(new InetSocketAddress(address, port));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private PortUnavailableException unavailable() {
    for (IOException failure : failures) {
      if (says(failure, "in use")) {
        return new PortUnavailableException(Reason.BUSY, failure.getMessage());
      }
    }
    for (IOException failure : failures) {
      if (says(failure, "ermission")) {
        return new PortUnavailableException(Reason.DENIED, failure.getMessage());
      }
    }
    String message = failures.isEmpty() ? "no network" : failures.get(0).getMessage();
    return new PortUnavailableException(Reason.OTHER, message);
  }

  /** The system's word for the error is all that Java hands on. */
  private static boolean says(IOException failure, String words) {
    return failure.getMessage() != null && failure.getMessage().contains(words);
  }
}
