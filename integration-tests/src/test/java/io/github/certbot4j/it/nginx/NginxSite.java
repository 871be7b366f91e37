package io.github.certbot4j.it.nginx;

import io.github.certbot4j.it.Certbot;
import io.github.certbot4j.it.Sandbox;
import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.webserver.SiteCommands;
import java.io.IOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The nginx of one test, with a sandbox around it and both programs to work on it. */
final class NginxSite implements BeforeEachCallback, AfterEachCallback {
  private final TestCa ca;
  private Sandbox sandbox;
  private NginxServer server;

  NginxSite(TestCa ca) {
    this.ca = ca;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    sandbox = Sandbox.open();
    server = new NginxServer(sandbox, ca);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    server.close();
    sandbox.close();
  }

  Sandbox sandbox() {
    return sandbox;
  }

  NginxServer server() {
    return server;
  }

  /** The program that is built here. */
  SiteCommands ours() {
    return new SiteCommands(Certbot.ours(sandbox, ca), "nginx", server.options());
  }

  /** The one that Debian installs. */
  SiteCommands original() {
    return new SiteCommands(Certbot.original(sandbox, ca), "nginx", server.optionsWithoutPause());
  }

  /** A site at port 80 that answers with a text. */
  void plainSite(String name, String text) {
    server.site(
        name,
        """
        server {
            listen 80;
            server_name %s;

            location / {
                return 200 "%s";
            }
        }
        """
            .formatted(name, text));
  }
}
