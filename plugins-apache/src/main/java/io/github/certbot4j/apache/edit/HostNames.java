package io.github.certbot4j.apache.edit;

import io.github.certbot4j.apache.parse.Section;
import io.github.certbot4j.apache.vhost.VirtualHost;
import io.github.certbot4j.model.DomainName;

/** Gives virtual hosts names. */
public final class HostNames {

  private final Workspace workspace;

  public HostNames(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Has a virtual host serve a name, unless it does. */
  public void add(Section host, DomainName domain) {
    VirtualHost current = workspace.host(host);
    if (current.serves(domain)) {
      return;
    }
    String directive = current.serverName().isPresent() ? "ServerAlias" : "ServerName";
    workspace.append(host.body(), directive + " " + domain.ascii());
    workspace.note("Added " + directive + " " + domain + " to " + current.place());
  }
}
