package io.github.certbot4j.it.apache;

import static io.github.certbot4j.it.apache.ApacheSite.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.Lineage;
import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.TreeSnapshot;
import io.github.certbot4j.it.webserver.HeldProgram;
import io.github.certbot4j.it.webserver.SiteCommands;
import io.github.certbot4j.it.webserver.Visitor;
import io.github.certbot4j.it.webserver.WebCa;
import io.github.certbot4j.it.webserver.WebPorts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The original and this program take turns on one Apache. */
class ApacheExchangeIT {
  private static final String[] ENHANCEMENTS = {"--redirect", "--hsts", "--uir", "--staple-ocsp"};
  private static final String TOKEN_CONF = "le_http_01_challenge_pre.conf";

  @RegisterExtension static final WebPorts PORTS = new WebPorts();
  @RegisterExtension static final TestCa CA = WebCa.trusting();
  @RegisterExtension final ApacheSite site = new ApacheSite(CA);

  @Test
  void the_original_goes_on_with_what_we_installed() throws Exception {
    ApacheServer apache = site.start("plain");
    takeOver(apache, site.original(), site.ours());
  }

  @Test
  void we_go_on_with_what_the_original_installed() throws Exception {
    ApacheServer apache = site.start("plain");
    takeOver(apache, site.ours(), site.original());
  }

  private void takeOver(ApacheServer apache, SiteCommands taker, SiteCommands maker)
      throws Exception {
    TreeSnapshot before = apache.tree();
    maker.run(NAME).with(ENHANCEMENTS).run().succeeded();
    Map<String, List<String>> installed =
        ConfigurationText.linesBelow(apache.file("sites-enabled"));

    assertThat(taker.certbot().listing()).isEqualTo(maker.certbot().listing()).contains(NAME);
    taker.run(NAME).with(ENHANCEMENTS).run().succeeded();
    assertThat(ConfigurationText.linesBelow(apache.file("sites-enabled")))
        .as("after the other's run")
        .isEqualTo(installed);

    taker.renew("--force-renewal").run().succeeded();
    Lineage lineage = site.sandbox().lineage(NAME).isWhole();
    assertThat(lineage.version()).isEqualTo(2);
    site.isServedByTls();
    assertThat(ConfigurationText.linesBelow(apache.file("sites-enabled")))
        .as("after the other's renewal")
        .isEqualTo(installed);

    taker.rollback(100).run().succeeded();
    site.isAsBefore(before);
    assertThat(site.checkpoints()).isEmpty();
  }

  @Test
  void the_original_cleans_up_after_a_kill_of_ours() {
    ApacheServer apache = site.start("plain");
    cleanUp(apache, site.original(), site.ours());
  }

  @Test
  void we_clean_up_after_a_kill_of_the_original() {
    ApacheServer apache = site.start("plain");
    cleanUp(apache, site.ours(), site.original());
  }

  private void cleanUp(ApacheServer apache, SiteCommands cleaner, SiteCommands killed) {
    TreeSnapshot before = apache.tree();
    HeldProgram reload = new HeldProgram(site.sandbox(), apache.ctl(), "graceful");
    // A name of its own, as the CA takes what was proved before as proved.
    String fresh = "k" + System.nanoTime() + ".test";
    FileTree.replace(
        apache.file("sites-available/a.conf"),
        "ServerName " + NAME,
        "ServerName " + NAME + "\n    ServerAlias " + fresh);
    TreeSnapshot changed = apache.tree();
    assertThat(before.differences(changed)).hasSize(1);

    reload.started(killed.certonly(fresh).with("--apache-ctl", reload.script().toString())).kill();
    reload.letGo();
    assertThat(FileTree.read(apache.file("sites-available/a.conf"))).contains(TOKEN_CONF);

    cleaner.certonly(NAME).run().succeeded();

    site.isAsBefore(changed);
    assertThat(apache.file(TOKEN_CONF)).doesNotExist();
  }

  @Test
  void steps_of_growing_hsts_are_taken_by_either() {
    site.start("plain");
    SteppedHsts hsts = new SteppedHsts(site.sandbox());
    site.ours().run(NAME).with("--auto-hsts").run().succeeded();

    hsts.letTwoDaysPass();
    site.original().renew().run().succeeded();
    assertThat(maxAge()).isEqualTo("max-age=300");

    hsts.letTwoDaysPass();
    site.ours().renew().run().succeeded();
    assertThat(maxAge()).isEqualTo("max-age=900");

    hsts.letTwoDaysPass();
    site.original().renew().run().succeeded();
    assertThat(maxAge()).isEqualTo("max-age=3600");
  }

  private static String maxAge() {
    return Visitor.ofTheWeb().https(NAME, "/").header("Strict-Transport-Security");
  }

  @Test
  void a_file_of_options_from_the_original_is_replaced_by_ours_only_if_nobody_changed_it()
      throws Exception {
    site.start("plain");
    site.original().run(NAME).run().succeeded();
    Path options = site.sandbox().config().resolve("options-ssl-apache.conf");
    List<String> theirs = FileTree.read(options).lines().toList();

    site.ours().run(NAME).run().succeeded();
    assertThat(FileTree.read(options)).contains("SSLEngine on", "SSLProtocol");
    assertThat(theirs).isNotEmpty();

    FileTree.write(options, FileTree.read(options) + "# mine\n");
    String changed = FileTree.read(options);
    site.ours().run(NAME).run().succeeded();
    site.original().run(NAME).run().succeeded();
    assertThat(FileTree.read(options)).isEqualTo(changed);
    site.isServedByTls();
  }
}
