package io.github.certbot4j.it.apache;

import static io.github.certbot4j.it.apache.ApacheSite.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.TreeSnapshot;
import io.github.certbot4j.it.webserver.WebCa;
import io.github.certbot4j.it.webserver.WebPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What certbot leaves as it is while it works on an Apache. */
class ApacheCareIT {
  private static final int NOBODY = 65_534;

  @RegisterExtension static final WebPorts PORTS = new WebPorts();
  @RegisterExtension static final TestCa CA = WebCa.trusting();
  @RegisterExtension final ApacheSite site = new ApacheSite(CA);

  @Test
  void an_edited_file_keeps_its_owner_its_group_and_its_mode() throws Exception {
    ApacheServer apache = site.start("plain");
    Path file = apache.file("sites-available/a.conf");
    Files.setAttribute(file, "unix:uid", NOBODY);
    Files.setAttribute(file, "unix:gid", NOBODY);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    TreeSnapshot before = apache.tree();

    site.ours().run(NAME).run().succeeded();
    assertThat(before.differences(apache.tree())).anyMatch(line -> line.contains("a.conf: "));
    belongsToNobody(file);

    site.ours().rollback(100).run().succeeded();
    site.isAsBefore(before);
    belongsToNobody(file);
  }

  private static void belongsToNobody(Path file) throws IOException {
    assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(NOBODY);
    assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(NOBODY);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void apache_is_not_asked_anything_when_nothing_is_due() {
    ApacheServer apache = site.start("plain");
    site.ours().run(NAME).run().succeeded();
    TreeSnapshot installed = apache.tree();
    String calls = apache.calls();

    site.ours().renew().run().succeeded();

    assertThat(apache.calls()).isEqualTo(calls);
    assertThat(installed.differences(apache.tree())).isEmpty();
  }

  @Test
  void a_certificate_alone_changes_nothing_and_its_renewal_reloads() throws Exception {
    ApacheServer apache = site.start("plain");
    TreeSnapshot before = apache.tree();

    site.ours().certonly(NAME).run().succeeded();
    site.isAsBefore(before);
    assertThat(site.checkpoints()).isEmpty();

    site.ours().verb("install", "--cert-name", NAME).run().succeeded();
    TreeSnapshot installed = apache.tree();
    String first = site.sandbox().lineage(NAME).serial();
    site.ours().renew("--force-renewal").run().succeeded();

    assertThat(site.sandbox().lineage(NAME).serial()).isNotEqualTo(first);
    site.isServedByTls();
    assertThat(installed.differences(apache.tree())).isEmpty();
  }

  @Test
  void a_dry_run_leaves_no_trace() throws Exception {
    ApacheServer apache = site.start("plain");
    site.ours().run(NAME).run().succeeded();
    TreeSnapshot installed = apache.tree();
    String serial = site.sandbox().lineage(NAME).serial();

    site.ours().renew("--dry-run", "--server", CA.pebble().directoryUrl()).run().succeeded();

    assertThat(site.sandbox().lineage(NAME).serial()).isEqualTo(serial);
    assertThat(installed.differences(apache.tree())).isEmpty();
    apache.acceptsItsConfiguration();
  }
}
