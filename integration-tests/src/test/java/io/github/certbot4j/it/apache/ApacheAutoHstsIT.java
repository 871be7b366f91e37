package io.github.certbot4j.it.apache;

import static io.github.certbot4j.it.apache.ApacheSite.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.Outcome;
import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.TreeSnapshot;
import io.github.certbot4j.it.webserver.SiteCommands;
import io.github.certbot4j.it.webserver.Visitor;
import io.github.certbot4j.it.webserver.WebCa;
import io.github.certbot4j.it.webserver.WebPorts;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** HTTP Strict Transport Security that becomes stricter while nothing goes wrong. */
class ApacheAutoHstsIT {
  private static final int[] STEPS = {300, 900, 3600, 21_600, 43_200, 86_400};

  @RegisterExtension static final WebPorts PORTS = new WebPorts();

  @RegisterExtension static final TestCa CA = WebCa.trusting();
  @RegisterExtension final ApacheSite site = new ApacheSite(CA);
  private ApacheServer apache;
  private SiteCommands certbot;
  private SteppedHsts hsts;

  @BeforeEach
  void startServer() {
    apache = site.start("plain");
    certbot = site.ours();
    hsts = new SteppedHsts(site.sandbox());
  }

  @Test
  void the_age_grows_step_by_step_and_is_final_after_a_renewal() throws Exception {
    certbot.run(NAME).with("--auto-hsts").run().succeeded();
    assertThat(maxAge()).isEqualTo("max-age=60");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(hsts.file())))
        .isEqualTo("rw-------");

    nothingHappensAtRenewal();
    for (int step : STEPS) {
      hsts.letTwoDaysPass();
      certbot.renew().run().succeeded();
      assertThat(maxAge()).isEqualTo("max-age=" + step);
    }
    hsts.letTwoDaysPass();
    nothingHappensAtRenewal();

    certbot.renew("--force-renewal").run().succeeded();
    assertThat(maxAge()).isEqualTo("max-age=31536000");
    assertThat(hsts.isEmpty()).isTrue();
    nothingHappensAtRenewal();
  }

  @Test
  void a_step_is_taken_after_two_days_and_not_before() {
    certbot.run(NAME).with("--auto-hsts", "--no-redirect").run().succeeded();

    hsts.letPass(SteppedHsts.TWO_DAYS - 600);
    nothingHappensAtRenewal();
    hsts.letPass(660);
    nothingHappensAtRenewal("--dry-run", "--server", CA.pebble().directoryUrl());
    nothingHappensAtRenewal("--disable-renew-updates");
    certbot.renew().run().succeeded();
    assertThat(maxAge()).isEqualTo("max-age=300");
  }

  @Test
  void a_renewal_amid_the_steps_leaves_the_age() {
    certbot.run(NAME).with("--auto-hsts").run().succeeded();

    certbot.renew("--force-renewal").run().succeeded();

    assertThat(maxAge()).isEqualTo("max-age=60");
    assertThat(hsts.isEmpty()).isFalse();
  }

  @Test
  void a_header_that_is_there_is_left_to_its_owner() {
    certbot.run(NAME).with("--hsts").run().succeeded();
    TreeSnapshot before = apache.tree();

    certbot.verb("enhance", "--auto-hsts", "--cert-name", NAME).run().failed(1);

    assertThat(before.differences(apache.tree())).isEmpty();
    assertThat(maxAge()).isEqualTo("max-age=31536000");
    assertThat(hsts.file()).doesNotExist();
  }

  @Test
  void a_site_that_is_gone_is_forgotten() throws Exception {
    certbot.run(NAME).with("--auto-hsts", "--no-redirect").run().succeeded();
    Files.delete(apache.file("sites-enabled/a-le-ssl.conf"));
    Files.delete(apache.file("sites-available/a-le-ssl.conf"));
    TreeSnapshot before = apache.tree();
    hsts.letTwoDaysPass();

    certbot.renew().run().succeeded();

    assertThat(before.differences(apache.tree())).isEmpty();
    assertThat(hsts.isEmpty()).isTrue();
  }

  private String maxAge() {
    return Visitor.ofTheWeb().https(NAME, "/").header("Strict-Transport-Security");
  }

  private void nothingHappensAtRenewal(String... options) {
    TreeSnapshot before = apache.tree();
    String memory = hsts.text();
    Outcome outcome = certbot.renew(options).run();
    assertThat(outcome.exit()).as("%s", outcome).isZero();
    assertThat(before.differences(apache.tree())).as("%s", outcome).isEmpty();
    assertThat(hsts.text()).isEqualTo(memory);
  }
}
