package io.github.certbot4j.it.apache;

import static io.github.certbot4j.it.apache.ApacheSite.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.Outcome;
import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.TreeSnapshot;
import io.github.certbot4j.it.webserver.SiteCommands;
import io.github.certbot4j.it.webserver.Visitor;
import io.github.certbot4j.it.webserver.WebCa;
import io.github.certbot4j.it.webserver.WebPorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** HTTP Strict Transport Security that becomes stricter while nothing goes wrong. */
class ApacheAutoHstsIT {
  private static final long TWO_DAYS = 172_800;
  private static final int[] STEPS = {300, 900, 3600, 21_600, 43_200, 86_400};

  @RegisterExtension static final WebPorts PORTS = new WebPorts();

  @RegisterExtension static final TestCa CA = WebCa.trusting();
  @RegisterExtension final ApacheSite site = new ApacheSite(CA);
  private ApacheServer apache;
  private SiteCommands certbot;

  @BeforeEach
  void startServer() {
    apache = site.start("plain");
    certbot = site.ours();
  }

  @Test
  void the_age_grows_step_by_step_and_is_final_after_a_renewal() throws Exception {
    certbot.run(NAME).with("--auto-hsts").run().succeeded();
    assertThat(maxAge()).isEqualTo("max-age=60");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state())))
        .isEqualTo("rw-------");

    nothingHappensAtRenewal();
    for (int step : STEPS) {
      letTimePass(TWO_DAYS + 60);
      certbot.renew().run().succeeded();
      assertThat(maxAge()).isEqualTo("max-age=" + step);
    }
    letTimePass(TWO_DAYS + 60);
    nothingHappensAtRenewal();

    certbot.renew("--force-renewal").run().succeeded();
    assertThat(maxAge()).isEqualTo("max-age=31536000");
    assertThat(FileTree.read(state())).doesNotContain("laststep");
    nothingHappensAtRenewal();
  }

  @Test
  void a_step_is_taken_after_two_days_and_not_before() {
    certbot.run(NAME).with("--auto-hsts", "--no-redirect").run().succeeded();

    letTimePass(TWO_DAYS - 600);
    nothingHappensAtRenewal();
    letTimePass(660);
    nothingHappensAtRenewal("--dry-run", "--server", CA.pebble().directoryUrl());
    letTimePass(0);
    nothingHappensAtRenewal("--disable-renew-updates");
    certbot.renew().run().succeeded();
    assertThat(maxAge()).isEqualTo("max-age=300");
  }

  @Test
  void a_renewal_amid_the_steps_leaves_the_age() {
    certbot.run(NAME).with("--auto-hsts").run().succeeded();

    certbot.renew("--force-renewal").run().succeeded();

    assertThat(maxAge()).isEqualTo("max-age=60");
    assertThat(FileTree.read(state())).contains("laststep");
  }

  @Test
  void a_header_that_is_there_is_left_to_its_owner() {
    certbot.run(NAME).with("--hsts").run().succeeded();
    TreeSnapshot before = apache.tree();

    certbot.verb("enhance", "--auto-hsts", "--cert-name", NAME).run().failed(1);

    assertThat(before.differences(apache.tree())).isEmpty();
    assertThat(maxAge()).isEqualTo("max-age=31536000");
    assertThat(state()).doesNotExist();
  }

  @Test
  void a_site_that_is_gone_is_forgotten() throws Exception {
    certbot.run(NAME).with("--auto-hsts", "--no-redirect").run().succeeded();
    Files.delete(apache.file("sites-enabled/a-le-ssl.conf"));
    Files.delete(apache.file("sites-available/a-le-ssl.conf"));
    TreeSnapshot before = apache.tree();
    letTimePass(TWO_DAYS + 60);

    certbot.renew().run().succeeded();

    assertThat(before.differences(apache.tree())).isEmpty();
    assertThat(FileTree.read(state())).doesNotContain("laststep");
  }

  private String maxAge() {
    return Visitor.ofTheWeb().https(NAME, "/").header("Strict-Transport-Security");
  }

  private Path state() {
    return site.sandbox().config().resolve(".pluginstorage.json");
  }

  private void nothingHappensAtRenewal(String... options) {
    TreeSnapshot before = apache.tree();
    String memory = Files.exists(state()) ? FileTree.read(state()) : "";
    Outcome outcome = certbot.renew(options).run();
    assertThat(outcome.exit()).as("%s", outcome).isZero();
    assertThat(before.differences(apache.tree())).as("%s", outcome).isEmpty();
    assertThat(FileTree.read(state())).isEqualTo(memory);
  }

  /** Puts back in time what is remembered of the last step. */
  private void letTimePass(long seconds) {
    String text = FileTree.read(state());
    String past =
        Pattern.compile("(\"timestamp\": *)([0-9.E]+)")
            .matcher(text)
            .replaceAll(
                found -> found.group(1) + (long) (Double.parseDouble(found.group(2)) - seconds));
    assertThat(past).as("remembered steps").isNotEqualTo(text);
    FileTree.write(state(), past);
  }
}
