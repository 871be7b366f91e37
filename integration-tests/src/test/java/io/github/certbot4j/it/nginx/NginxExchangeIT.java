package io.github.certbot4j.it.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.Lineage;
import io.github.certbot4j.it.Outcome;
import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.TreeSnapshot;
import io.github.certbot4j.it.webserver.SiteCommands;
import io.github.certbot4j.it.webserver.Visitor;
import io.github.certbot4j.it.webserver.WebCa;
import io.github.certbot4j.it.webserver.WebPorts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The original and this program take turns on one nginx. */
class NginxExchangeIT {
  private static final String NAME = "a.example.test";

  @RegisterExtension static final WebPorts PORTS = new WebPorts();
  @RegisterExtension static final TestCa CA = WebCa.trusting();
  @RegisterExtension final NginxSite site = new NginxSite(CA);
  private final Visitor visitor = Visitor.ofTheWeb();

  @Test
  void the_original_goes_on_with_what_we_installed() throws Exception {
    takeOver(site.original(), site.ours());
  }

  @Test
  void we_go_on_with_what_the_original_installed() throws Exception {
    takeOver(site.ours(), site.original());
  }

  private void takeOver(SiteCommands taker, SiteCommands maker) throws Exception {
    site.plainSite(NAME, "exchanged");
    site.server().start();
    TreeSnapshot before = site.server().snapshot();
    maker.run(NAME).with("--redirect", "--hsts", "--staple-ocsp").run().succeeded();
    Path file = site.server().path("sites-available/" + NAME);
    List<String> installed = ConfigText.of(file).lines();

    assertThat(taker.certbot().listing()).isEqualTo(maker.certbot().listing()).contains(NAME);
    taker.run(NAME).with("--redirect", "--hsts", "--staple-ocsp").run().succeeded();
    assertThat(ConfigText.of(file).lines()).as("after the other's run").isEqualTo(installed);

    taker.renew("--force-renewal").run().succeeded();
    Lineage lineage = site.sandbox().lineage(NAME).isWhole();
    assertThat(lineage.version()).isEqualTo(2);
    assertThat(visitor.https(NAME, "/").serial()).isEqualTo(lineage.serial());
    assertThat(ConfigText.of(file).lines()).as("after the other's renewal").isEqualTo(installed);

    taker.rollback(100).run().succeeded();
    assertThat(before.differences(site.server().snapshot())).isEmpty();
    assertThat(visitor.http(NAME, "/").body()).isEqualTo("exchanged");
  }

  @Test
  void the_original_cleans_up_after_a_kill_of_ours() {
    cleanUp(site.original(), site.ours());
  }

  @Test
  void we_clean_up_after_a_kill_of_the_original() {
    cleanUp(site.ours(), site.original());
  }

  private void cleanUp(SiteCommands cleaner, SiteCommands killed) {
    site.plainSite(NAME, "killed");
    site.server().start();
    TreeSnapshot before = site.server().snapshot();
    // A name of its own each time: what was proved before is not proved again.
    NginxKillIT.killDuringChallenge(site, killed.certonly("k" + System.nanoTime() + ".test", NAME));
    assertThat(FileTree.read(site.server().path("nginx.conf")))
        .contains("le_http_01_cert_challenge.conf");

    cleaner.certonly(NAME).run().succeeded();

    assertThat(before.differences(site.server().snapshot())).isEmpty();
    assertThat(FileTree.names(site.sandbox().config()))
        .doesNotContain("le_http_01_cert_challenge.conf");
  }

  @Test
  void a_file_of_options_from_the_original_is_replaced_by_ours_only_if_nobody_changed_it() {
    site.plainSite(NAME, "options");
    site.server().start();
    site.original().run(NAME).run().succeeded();
    Path options = site.sandbox().config().resolve("options-ssl-nginx.conf");

    String theirs = FileTree.read(options);
    Outcome outcome = site.ours().run(NAME).run().succeeded();
    assertThat(outcome.text()).doesNotContain(options.toString());
    assertThat(FileTree.read(options))
        .isNotEqualTo(theirs)
        .contains("ssl_protocols TLSv1.2 TLSv1.3;");

    FileTree.write(options, FileTree.read(options) + "# mine\n");
    String changed = FileTree.read(options);
    site.ours().run(NAME).run().succeeded();
    site.original().run(NAME).run().succeeded();
    assertThat(FileTree.read(options)).isEqualTo(changed);
  }
}
