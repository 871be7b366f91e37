package io.github.certbot4j.apache;

import io.github.certbot4j.apache.edit.Workspace;
import io.github.certbot4j.apache.vhost.VirtualHost;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.webserver.OfferedNames;
import io.github.certbot4j.webserver.SystemReverseLookup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The names that a user may choose from. */
final class NamesOfHosts {

  private static final Logger LOG = LoggerFactory.getLogger(NamesOfHosts.class);

  private static final Duration LOOKUP_PATIENCE = Duration.ofSeconds(3);

  private final Workspace workspace;

  NamesOfHosts(Workspace workspace) {
    this.workspace = workspace;
  }

  Set<DomainName> offered() {
    OfferedNames names = new OfferedNames(new SystemReverseLookup(LOOKUP_PATIENCE));
    Set<Path> macros = new LinkedHashSet<>();
    for (VirtualHost host : workspace.hosts().all()) {
      if (host.isFromMacro()) {
        macros.add(host.file());
        continue;
      }
      host.names().forEach(names::addName);
      host.addresses().forEach(address -> names.addHost(address.host()));
    }
    if (!macros.isEmpty()) {
      LOG.warn(
          "Virtual hosts that macros are expanded to can't be changed, so their names are left"
              + " out: {}",
          macros);
    }
    return names.names();
  }
}
