package io.github.certbot4j.it.apache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.Lineage;
import io.github.certbot4j.it.Outcome;
import io.github.certbot4j.it.ProgramRun;
import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.TreeSnapshot;
import io.github.certbot4j.it.webserver.Page;
import io.github.certbot4j.it.webserver.ServedChain;
import io.github.certbot4j.it.webserver.SiteCommands;
import io.github.certbot4j.it.webserver.Visitor;
import io.github.certbot4j.it.webserver.WebCa;
import io.github.certbot4j.it.webserver.WebPorts;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A certificate comes into every layout, is renewed there, and leaves no trace when taken back. */
class ApacheLayoutsIT {
  private static final String[] ENHANCEMENTS = {"--redirect", "--hsts", "--uir", "--staple-ocsp"};

  @RegisterExtension static final WebPorts PORTS = new WebPorts();

  @RegisterExtension static final TestCa CA = WebCa.careful();
  @RegisterExtension final ApacheSite site = new ApacheSite(CA);

  static List<Layout> layouts() {
    return LayoutFile.chosen();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void every_layout_gets_keeps_and_gives_back(Layout layout) throws Exception {
    site.setUp(layout);
    new Story(layout).tell();
  }

  /** What happens to one server. */
  private final class Story {
    private final ApacheServer apache;
    private final Layout layout;
    private final SiteCommands certbot;
    private final Lineage lineage;
    private final SoftAssertions softly = new SoftAssertions();

    Story(Layout layout) {
      this.layout = layout;
      apache = site.server();
      certbot = site.ours();
      lineage = site.sandbox().lineage(layout.lineage());
    }

    void tell() throws Exception {
      TreeSnapshot untouched = apache.tree();
      if (layout.certificate().equals("standalone")) {
        certbot.certbot().issue(layout.names().toArray(String[]::new));
      }
      apache.start();
      install().succeeded();
      apache.acceptsItsConfiguration();
      everyNameIsServed();
      othersAnswerAsBefore();
      assertThat(FileTree.names(site.sandbox().work().resolve("http_challenges"))).isEmpty();
      aSecondRunChangesNothing();

      TreeSnapshot installed = apache.tree();
      String before = lineage.serial();
      renew().succeeded();
      assertThat(lineage.serial()).isNotEqualTo(before);
      assertThat(installed.differences(apache.tree())).as("what a renewal changed").isEmpty();
      everyNameIsServed();

      apache.at(certbot.rollback(site.checkpoints().size())).run().succeeded();
      assertThat(untouched.differences(apache.tree())).as("what is not taken back").isEmpty();
      assertThat(site.checkpoints()).isEmpty();
      apache.acceptsItsConfiguration();
      assertThat(apache.daemon().isRunning()).as("the server runs").isTrue();
      othersAnswerAsBefore();
      softly.assertAll();
    }

    private void aSecondRunChangesNothing() {
      TreeSnapshot installed = apache.tree();
      List<String> checkpoints = site.checkpoints();
      Outcome second = install();
      softly.assertThat(second.exit()).as(second.toString()).isZero();
      softly.assertThat(installed.differences(apache.tree())).as("second run").isEmpty();
      softly
          .assertThat(site.checkpoints())
          .as("checkpoints of a second run")
          .isEqualTo(checkpoints);
    }

    private Outcome install() {
      String[] names = layout.names().toArray(String[]::new);
      if (layout.certificate().equals("apache")) {
        return apache.at(certbot.run(names).with(ENHANCEMENTS)).run();
      }
      ProgramRun run = certbot.verb("install", "--cert-name", layout.lineage());
      return apache.at(run.with(ENHANCEMENTS)).run();
    }

    private Outcome renew() {
      ProgramRun run = certbot.renew("--force-renewal");
      if (!layout.certificate().equals("apache")) {
        run.with("--pre-hook", apache.ctl() + " stop", "--post-hook", apache.ctl() + " start");
      }
      return apache.at(run).run();
    }

    private void everyNameIsServed() throws Exception {
      for (String name : layout.names()) {
        isServed(Visitor.ofTheWeb(), name);
        if (layout.ipv6()) {
          isServed(Visitor.ofTheWeb().byIpv6(), name);
        }
      }
    }

    private void othersAnswerAsBefore() {
      for (String name : layout.others()) {
        assertThat(Visitor.ofTheWeb().http(name, "/").status()).as(name).isEqualTo(200);
      }
    }

    private void isServed(Visitor visitor, String name) throws Exception {
      Page page = visitor.https(name, "/");
      assertThat(page.status()).as(name).isEqualTo(200);
      assertThat(page.body()).contains("It works");
      ServedChain.of(page).isThatOf(lineage, CA.pebble().root(0)).covers(name);
      assertThat(page.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
      assertThat(page.header("Content-Security-Policy")).isEqualTo("upgrade-insecure-requests");
      if (layout.unredirected().contains(name)) {
        return;
      }
      Page plain = visitor.http(name, "/x?y=%20z");
      assertThat(plain.status()).as("%s at port 80", name).isEqualTo(301);
      assertThat(plain.header("Location")).isEqualTo("https://" + name + "/x?y=%20z");
    }
  }
}
