package io.github.certbot4j.apache;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.contract.InstallerContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class ApacheInstallerTest extends InstallerContract {

  @TempDir private Path directory;
  private ApacheSite site;
  private ApacheServer server;

  @BeforeEach
  void makeSite() {
    site =
        ApacheSite.debian(directory)
            .site("a.conf", "<VirtualHost *:80>\n    ServerName a.example.com\n</VirtualHost>\n")
            .site("b.conf", "<VirtualHost *:80>\n    ServerName b.example.com\n</VirtualHost>\n");
    server = site.server();
  }

  @Override
  protected Installer installer() {
    return server;
  }

  @Override
  protected String configuration() {
    return site.snapshot();
  }

  @Override
  protected List<DomainName> names() {
    return List.of(ApacheSite.name("a.example.com"), ApacheSite.name("b.example.com"));
  }

  @Override
  protected DeployPaths paths() {
    return site.paths("c1");
  }
}
