package io.github.certbot4j.apache.challenge;

import io.github.certbot4j.apache.config.ApacheTrouble;
import io.github.certbot4j.apache.vhost.VirtualHost;
import io.github.certbot4j.apache.vhost.VirtualHosts;
import io.github.certbot4j.model.DomainName;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the virtual hosts that a CA's requests may reach. */
final class ChallengeHosts {

  private final VirtualHosts hosts;
  private final String port;

  /**
   * Those of a configuration.
   *
   * @param port where the CA's requests arrive
   */
  ChallengeHosts(VirtualHosts hosts, String port) {
    this.hosts = hosts;
    this.port = port;
  }

  /**
   * All that may get a request for one of the names: those that serve it, and where none of them is
   * at the port, those that get what no other one serves.
   *
   * @throws io.github.certbot4j.model.FailureException when there is none at the port
   */
  Set<VirtualHost> of(Collection<DomainName> domains) {
    Set<VirtualHost> selected = new LinkedHashSet<>();
    for (DomainName domain : domains) {
      List<VirtualHost> named =
          hosts.editable().stream().filter(host -> host.serves(domain)).toList();
      selected.addAll(named);
      if (named.stream().noneMatch(this::isReachable)) {
        selected.addAll(others(domain));
      }
    }
    return selected;
  }

  private List<VirtualHost> others(DomainName domain) {
    List<VirtualHost> others =
        hosts.editable().stream().filter(host -> !host.isSsl() && isReachable(host)).toList();
    if (others.isEmpty()) {
      throw ApacheTrouble.of(
          "Apache has no virtual host at port "
              + port
              + " that could answer the challenge for "
              + domain
              + ".",
          "Add a <VirtualHost *:" + port + "> with this name.");
    }
    return others;
  }

  private boolean isReachable(VirtualHost host) {
    return host.hasAnyPort() || host.hasPort(port);
  }
}
