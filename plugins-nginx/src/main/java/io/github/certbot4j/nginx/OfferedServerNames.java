package io.github.certbot4j.nginx;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.nginx.parse.ByteText;
import io.github.certbot4j.nginx.vhost.Listen;
import io.github.certbot4j.nginx.vhost.ServerBlock;
import io.github.certbot4j.nginx.vhost.Servers;
import io.github.certbot4j.webserver.OfferedNames;
import io.github.certbot4j.webserver.ReverseLookup;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;

/** The names of a configuration that a certificate could be obtained for. */
final class OfferedServerNames {

  private static final String HOST_NAME_VARIABLE = "$hostname";
  private static final Path KERNELS_HOST_NAME = Path.of("/proc/sys/kernel/hostname");

  private final ReverseLookup lookup;
  private final Supplier<String> hostName;

  OfferedServerNames(ReverseLookup lookup) {
    this(lookup, OfferedServerNames::nameOfThisMachine);
  }

  /** The same for a machine of some name. */
  OfferedServerNames(ReverseLookup lookup, Supplier<String> hostName) {
    this.lookup = lookup;
    this.hostName = hostName;
  }

  /** Those of all server blocks, and what the addresses are called that they listen at. */
  Set<DomainName> of(Servers servers) {
    OfferedNames offered = new OfferedNames(lookup);
    for (ServerBlock block : servers.all()) {
      for (String name : block.names()) {
        offered.addName(name.equals(HOST_NAME_VARIABLE) ? hostName.get() : ByteText.decoded(name));
      }
      for (Listen listen : block.listens()) {
        if (!listen.isLocal()) {
          offered.addHost(ByteText.decoded(listen.host()));
        }
      }
    }
    return offered.names();
  }

  private static String nameOfThisMachine() {
    try {
      return Files.isReadable(KERNELS_HOST_NAME)
          ? Files.readString(KERNELS_HOST_NAME).strip()
          : InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "";
    }
  }
}
