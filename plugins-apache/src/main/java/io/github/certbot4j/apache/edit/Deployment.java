package io.github.certbot4j.apache.edit;

import io.github.certbot4j.apache.config.ApacheTrouble;
import io.github.certbot4j.apache.parse.Section;
import io.github.certbot4j.apache.vhost.VirtualHost;
import io.github.certbot4j.checkpoint.ChangeKind;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.DeployPaths;
import java.util.Optional;

/** Has virtual hosts serve a name with a certificate. */
public final class Deployment {

  private static final String HTTPS_PORT = "443";

  private final Workspace workspace;
  private final ModuleSwitch modules;
  private final TlsOptions options;
  private final CertificateSettings settings;
  private final SslCopies copies;

  public Deployment(
      Workspace workspace,
      ModuleSwitch modules,
      TlsOptions options,
      CertificateSettings settings,
      SslCopies copies) {
    this.workspace = workspace;
    this.modules = modules;
    this.options = options;
    this.settings = settings;
    this.copies = copies;
  }

  /**
   * Makes a virtual host serve a name over HTTPS, or a copy of it if it serves HTTP.
   *
   * @return the one that serves HTTPS
   */
  public Section deploy(VirtualHost host, DomainName domain, DeployPaths paths) {
    enableTls();
    Section section = host.isSsl() ? host.section() : copyOf(host);
    if (!domain.isWildcard()) {
      new HostNames(workspace).add(section, domain);
    }
    new ListenPorts(workspace).ensureHttps(HTTPS_PORT);
    settings.apply(section, paths);
    new SiteActivation(workspace).enable(section.siblings().document().file());
    return section;
  }

  private Section copyOf(VirtualHost host) {
    Optional<Section> existing =
        copies.copyOf(host.section()).filter(copy -> workspace.hosts().of(copy).isPresent());
    if (existing.isPresent()) {
      return existing.get();
    }
    Section copy = new SslCopy(workspace).of(host);
    copies.put(copy, host.section());
    return copy;
  }

  private void enableTls() {
    boolean loaded = modules.isLoaded("ssl");
    if (workspace.setup().programs().handlesModules()) {
      modules.enable(ChangeKind.PERMANENT, "socache_shmcb", "ssl");
    }
    if (!modules.isLoaded("ssl")) {
      throw ApacheTrouble.of(
          "Apache doesn't load mod_ssl, without which it can't serve HTTPS.",
          "Install it (the package may be called mod_ssl), then run this again.");
    }
    if (!loaded) {
      options.install();
    }
  }
}
