package io.github.certbot4j.it.apache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.Certbot;
import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.Sandbox;
import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.TreeSnapshot;
import io.github.certbot4j.it.webserver.SiteCommands;
import io.github.certbot4j.it.webserver.Visitor;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The Apache of one test, with a sandbox around it and both programs to work on it. */
final class ApacheSite implements BeforeEachCallback, AfterEachCallback {
  /** The name of the site in the plain layout. */
  static final String NAME = "a.example.test";

  private final TestCa ca;
  private Sandbox sandbox;
  private ApacheServer server;

  ApacheSite(TestCa ca) {
    this.ca = ca;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    sandbox = Sandbox.open();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (server != null) {
      server.close();
      server = null;
    }
    sandbox.close();
  }

  /** Puts up a server that doesn't run yet. */
  ApacheServer setUp(String layout) {
    return setUp(LayoutFile.named(layout));
  }

  ApacheServer setUp(Layout layout) {
    server = new ApacheServer(sandbox, layout);
    return server;
  }

  /** Puts up a server and starts it. */
  ApacheServer start(String layout) {
    setUp(layout).start();
    return server;
  }

  Sandbox sandbox() {
    return sandbox;
  }

  ApacheServer server() {
    return server;
  }

  /** The program that is built here. */
  SiteCommands ours() {
    return server.commands(Certbot.ours(sandbox, ca));
  }

  /** The one that Debian installs. */
  SiteCommands original() {
    return server.commands(Certbot.original(sandbox, ca));
  }

  /** The saved states of the configuration, oldest first. */
  List<String> checkpoints() {
    return FileTree.names(sandbox.work().resolve("backups"));
  }

  /** Nothing in the configuration differs from what it was, and the site is shown at port 80. */
  void isAsBefore(TreeSnapshot before) {
    assertThat(before.differences(server.tree())).as("changes of the configuration").isEmpty();
    server.acceptsItsConfiguration();
    assertThat(Visitor.ofTheWeb().http(NAME, "/").body()).isEqualTo("It works\n");
  }

  /** The site is shown by TLS with the newest certificate. */
  void isServedByTls() throws Exception {
    assertThat(Visitor.ofTheWeb().https(NAME, "/").serial())
        .isEqualTo(sandbox.lineage(NAME).serial());
  }
}
