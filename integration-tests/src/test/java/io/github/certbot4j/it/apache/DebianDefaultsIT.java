package io.github.certbot4j.it.apache;

import static io.github.certbot4j.it.apache.ApacheSite.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.Certbot;
import io.github.certbot4j.it.ProgramRun;
import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.TreeSnapshot;
import io.github.certbot4j.it.webserver.Visitor;
import io.github.certbot4j.it.webserver.WebCa;
import io.github.certbot4j.it.webserver.WebPorts;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Debian's Apache where Debian puts it, with no option that says where it is: the files of the
 * sandbox are mounted over those of the machine, for the processes of the test alone.
 */
class DebianDefaultsIT {
  private static final String PLACES =
      """
      mount --bind "$S/apache2" /etc/apache2 &&
      mount --bind "$S/state" /var/lib/apache2 &&
      mount --bind "$S/log" /var/log/apache2 &&
      mount -t tmpfs none /run &&
      mkdir /run/apache2 /run/lock &&
      mount --bind "$S/run" /run/apache2 &&
      exec "$@"
      """;

  @RegisterExtension static final WebPorts PORTS = new WebPorts();
  @RegisterExtension static final TestCa CA = WebCa.trusting();
  @RegisterExtension final ApacheSite site = new ApacheSite(CA);
  private Certbot certbot;

  @BeforeEach
  void startServer() throws IOException {
    site.setUp("default-site-beside");
    site.server().withDebiansEnvironment();
    certbot = Certbot.ours(site.sandbox(), CA);
    at(new ProgramRun(site.sandbox(), List.of("apache2ctl", "start"))).run().succeeded();
    site.server().daemon().awaitStart();
  }

  private ProgramRun at(ProgramRun run) {
    return run.env("S", site.sandbox().root().toString())
        .env("APACHE_STARTED_BY_SYSTEMD", "yes")
        .under("unshare", "--mount", "sh", "-c", PLACES, "sh");
  }

  @Test
  void nothing_but_names_has_to_be_said() throws Exception {
    TreeSnapshot before = site.server().tree();

    at(certbot
            .withCa("run", "--apache", "--agree-tos", "-m", "admin@example.test")
            .with("-d", NAME, "-d", "www." + NAME, "--hsts"))
        .run()
        .succeeded();
    site.isServedByTls();
    assertThat(Visitor.ofTheWeb().http(NAME, "/").status()).isEqualTo(301);
    TreeSnapshot installed = site.server().tree();
    assertThat(before.differences(installed))
        .extracting(line -> line.substring(0, line.indexOf(':')))
        .contains(
            "mods-enabled/ssl.load",
            "sites-available/a-le-ssl.conf",
            "sites-available/a.conf",
            "sites-enabled/a-le-ssl.conf");

    at(certbot.renew("--force-renewal")).run().succeeded();
    assertThat(site.sandbox().lineage(NAME).version()).isEqualTo(2);
    site.isServedByTls();
    assertThat(installed.differences(site.server().tree())).isEmpty();

    at(certbot.run("rollback", "-i", "apache", "--checkpoints", "3")).run().succeeded();
    assertThat(before.differences(site.server().tree())).isEmpty();
    assertThat(Visitor.ofTheWeb().http(NAME, "/").status()).isEqualTo(200);
  }
}
