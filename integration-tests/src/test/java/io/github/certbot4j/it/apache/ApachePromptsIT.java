package io.github.certbot4j.it.apache;

import static io.github.certbot4j.it.apache.ApacheSite.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.Outcome;
import io.github.certbot4j.it.ProgramRun;
import io.github.certbot4j.it.Terminal;
import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.TreeSnapshot;
import io.github.certbot4j.it.webserver.Visitor;
import io.github.certbot4j.it.webserver.WebCa;
import io.github.certbot4j.it.webserver.WebPorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the plugin asks at a terminal, and what the answers lead to. */
class ApachePromptsIT {
  private static final String FOREIGN = "x.example.test";

  @RegisterExtension static final WebPorts PORTS = new WebPorts();
  @RegisterExtension static final TestCa CA = WebCa.trusting();
  @RegisterExtension final ApacheSite site = new ApacheSite(CA);

  @Test
  void a_name_that_no_site_has_goes_to_the_chosen_one() throws Exception {
    ApacheServer apache = site.setUp("several-sites");
    site.ours().certbot().issue(FOREIGN);
    apache.start();
    TreeSnapshot before = apache.tree();
    ProgramRun install = site.ours().asking("install", "--cert-name", FOREIGN).with("--redirect");

    try (Terminal terminal = new Terminal(site.sandbox(), install)) {
      String menu = terminal.await("[1-3]", 1);
      assertThat(menu).contains("a.conf", "b.conf", "c.conf", "c.example.test");
      terminal.type("c");
      terminal.finish().failed(1);
    }
    assertThat(before.differences(apache.tree())).isEmpty();

    try (Terminal terminal = new Terminal(site.sandbox(), install)) {
      String menu = terminal.await("[1-3]", 1);
      terminal.type(numberOf("c.conf", menu));
      terminal.finish().succeeded();
    }
    Visitor visitor = Visitor.ofTheWeb();
    String serial = site.sandbox().lineage(FOREIGN).serial();
    assertThat(visitor.https(FOREIGN, "/").serial()).isEqualTo(serial);
    assertThat(visitor.https("c.example.test", "/").serial()).isEqualTo(serial);
    assertThat(FileTree.names(apache.file("sites-enabled")))
        .containsExactly("a.conf", "b.conf", "c-le-ssl.conf", "c.conf");
    assertThat(FileTree.read(apache.file("sites-enabled/c-le-ssl.conf")))
        .contains("ServerAlias " + FOREIGN);
  }

  /** The number that the menu shows on the line of a file. */
  private static String numberOf(String file, String menu) {
    String line = menu.lines().filter(each -> each.contains(file)).findFirst().orElseThrow();
    return line.strip().replaceAll("^(\\d+):.*", "$1");
  }

  @Test
  void the_names_of_all_sites_are_offered() throws Exception {
    site.start("several-sites");
    ProgramRun run =
        site.ours()
            .asking("run", "--server", CA.pebble().directoryUrl())
            .with("--agree-tos", "-m", "admin@example.test", "--no-eff-email");

    try (Terminal terminal = new Terminal(site.sandbox(), run)) {
      String list = terminal.await("Enter 'c' to cancel", 1);
      assertThat(list).contains(NAME, "www.a.example.test", "old.b.example.test");
      terminal.type(numberOf("c.example.test", list));
      terminal.finish().succeeded();
    }

    assertThat(site.sandbox().lineage("c.example.test").isWhole().names())
        .containsExactly("c.example.test");
    assertThat(Visitor.ofTheWeb().https("c.example.test", "/").serial())
        .isEqualTo(site.sandbox().lineage("c.example.test").serial());
  }

  @Test
  void sites_for_a_wildcard_are_ticked() throws Exception {
    ApacheServer apache = site.start("several-sites");
    OldCertificate.create(site.sandbox());
    ProgramRun install =
        site.ours()
            .asking("install", "-d", "*.example.test", "--no-redirect")
            .with("--cert-path", site.sandbox().path("old/cert.pem").toString())
            .with("--fullchain-path", site.sandbox().path("old/cert.pem").toString())
            .with("--key-path", site.sandbox().path("old/key.pem").toString());

    Outcome outcome;
    try (Terminal terminal = new Terminal(site.sandbox(), install)) {
      String list = terminal.await("Enter 'c' to cancel", 1);
      assertThat(list).contains("a.conf", "b.conf", "c.conf");
      terminal.type("1,2");
      outcome = terminal.finish().succeeded();
    }

    assertThat(outcome.out()).contains("-le-ssl.conf");
    assertThat(FileTree.names(apache.file("sites-enabled")).stream())
        .filteredOn(name -> name.endsWith("-le-ssl.conf"))
        .hasSize(2);
    apache.acceptsItsConfiguration();
  }

  @Test
  void a_wildcard_needs_somebody_to_choose() {
    ApacheServer apache = site.start("several-sites");
    OldCertificate.create(site.sandbox());
    TreeSnapshot before = apache.tree();

    site.ours()
        .verb("install", "-d", "*.example.test")
        .with("--cert-path", site.sandbox().path("old/cert.pem").toString())
        .with("--fullchain-path", site.sandbox().path("old/cert.pem").toString())
        .with("--key-path", site.sandbox().path("old/key.pem").toString())
        .run()
        .failed(1)
        .says("*.example.test");

    site.isAsBefore(before);
  }
}
