package io.github.certbot4j.it.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.Outcome;
import io.github.certbot4j.it.ProgramRun;
import io.github.certbot4j.it.Terminal;
import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.TreeSnapshot;
import io.github.certbot4j.it.webserver.Page;
import io.github.certbot4j.it.webserver.Visitor;
import io.github.certbot4j.it.webserver.WebCa;
import io.github.certbot4j.it.webserver.WebPorts;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is asked at a terminal about the sites of nginx, and what the answers lead to. */
class NginxPromptsIT {
  private static final String ANY = "*.example.test";

  @RegisterExtension static final WebPorts PORTS = new WebPorts();
  @RegisterExtension static final TestCa CA = WebCa.trusting();
  @RegisterExtension final NginxSite site = new NginxSite(CA);
  private final Visitor visitor = Visitor.ofTheWeb();

  @BeforeEach
  void startSites() {
    for (String name : List.of("a", "b", "c")) {
      site.plainSite(name + ".example.test", "site " + name);
    }
    site.server()
        .file(
            "conf.d/none.conf", "server { listen 80; server_name ~^x *.y.test _; return 404; }\n");
    site.server().start();
  }

  @Test
  void the_names_of_the_sites_are_offered() throws Exception {
    Outcome outcome;
    try (Terminal terminal = new Terminal(site.sandbox(), asking("run"))) {
      String screen = terminal.await("(Enter 'c' to cancel)", 1);
      assertThat(screen)
          .contains("1: a.example.test", "2: b.example.test", "3: c.example.test")
          .doesNotContain("4:", "y.test");
      terminal.type("1,3");
      outcome = terminal.finish().succeeded();
    }

    assertThat(outcome.out()).contains("a.example.test", "c.example.test");
    assertThat(site.sandbox().lineage("a.example.test").names())
        .containsExactlyInAnyOrder("a.example.test", "c.example.test");
    assertThat(visitor.https("c.example.test", "/").body()).isEqualTo("site c");
    assertThat(visitor.http("a.example.test", "/").status()).isEqualTo(301);
    assertThat(visitor.http("b.example.test", "/").body()).isEqualTo("site b");
  }

  @Test
  void a_question_that_is_given_up_changes_nothing() throws Exception {
    TreeSnapshot before = site.server().snapshot();

    try (Terminal terminal = new Terminal(site.sandbox(), asking("run"))) {
      terminal.await("(Enter 'c' to cancel)", 1);
      terminal.type("c");
      terminal.finish().failed(1);
    }

    assertThat(before.differences(site.server().snapshot())).isEmpty();
    assertThat(site.sandbox().lineage("a.example.test").exists()).isFalse();
  }

  @Test
  void without_a_name_and_a_person_nothing_is_done() {
    TreeSnapshot before = site.server().snapshot();

    site.ours().run().run().failed(1).says("-d");

    assertThat(before.differences(site.server().snapshot())).isEmpty();
  }

  @Test
  void a_wildcard_goes_to_the_server_blocks_that_are_chosen() throws Exception {
    issueWildcard();
    ProgramRun install = asking("install").with("--cert-name", "wild");
    try (Terminal terminal = new Terminal(site.sandbox(), install)) {
      terminal.await("(Enter 'c' to cancel)", 1);
      terminal.type(numberOf("a.example.test", terminal.screen()));
      String screen = terminal.await("(Enter 'c' to cancel)", 2);
      assertThat(screen).contains("HTTPS: No", "Addresses: 80", "Names: b.example.test");
      String second = screen.substring(screen.indexOf("(Enter 'c' to cancel)"));
      terminal.type(numberOf("a.example.test", second));
      terminal.finish().succeeded();
    }

    Page page = visitor.https("a.example.test", "/");
    assertThat(page.body()).isEqualTo("site a");
    assertThat(page.serial()).isEqualTo(site.sandbox().lineage("wild").serial());
    assertThat(visitor.http("a.example.test", "/x").header("Location"))
        .isEqualTo("https://a.example.test/x");
    assertThat(visitor.http("b.example.test", "/").body()).isEqualTo("site b");
  }

  @Test
  void a_wildcard_without_a_person_to_choose_is_refused() {
    issueWildcard();
    TreeSnapshot before = site.server().snapshot();

    site.ours().verb("install", "--cert-name", "wild").run().failed(1).says(ANY);

    assertThat(before.differences(site.server().snapshot())).isEmpty();
  }

  private ProgramRun asking(String verb) {
    return site.ours()
        .asking(verb)
        .with("--server", CA.pebble().directoryUrl())
        .with("--agree-tos", "-m", "admin@example.test", "--no-eff-email");
  }

  private void issueWildcard() {
    String publish =
        "curl -sS -f -d '{\"host\":\"_acme-challenge.example.test.\",\"value\":\"'$CERTBOT_VALIDATION'\"}' "
            + CA.names().managementUrl()
            + "/set-txt";
    site.ours()
        .certbot()
        .certonly("--manual", "--preferred-challenges", "dns", "--cert-name", "wild", "-d", ANY)
        .with("--manual-auth-hook", publish)
        .run()
        .succeeded();
  }

  /** The number of the entry for a server block. */
  private static String numberOf(String name, String menu) {
    String number = "";
    for (String line : menu.lines().toList()) {
      if (line.matches("\\d+: .*")) {
        number = line.substring(0, line.indexOf(':'));
      }
      if (line.equals("Names: " + name)) {
        return number;
      }
    }
    throw new AssertionError("no entry for " + name + ":\n" + menu);
  }
}
