package io.github.certbot4j.nginx;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.contract.InstallerContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class NginxInstallerTest extends InstallerContract {

  @TempDir private Path directory;
  private Site site;
  private NginxServer server;

  @BeforeEach
  void makeSite() {
    site =
        new Site(directory)
            .write("sites/a", "server {\n    listen 80;\n    server_name a.example.com;\n}\n")
            .write("sites/b", "server {\n    listen 80;\n    server_name b.example.com;\n}\n");
    server = site.server();
  }

  @Override
  protected Installer installer() {
    return server;
  }

  @Override
  protected String configuration() {
    StringBuilder all = new StringBuilder();
    for (String name : List.of("nginx.conf", "sites/a", "sites/b")) {
      all.append(site.readAsIs(name));
    }
    return all.toString();
  }

  @Override
  protected List<DomainName> names() {
    return List.of(Site.name("a.example.com"), Site.name("b.example.com"));
  }

  @Override
  protected DeployPaths paths() {
    return site.lineage("c1");
  }
}
