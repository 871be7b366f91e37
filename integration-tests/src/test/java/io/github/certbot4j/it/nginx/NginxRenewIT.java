package io.github.certbot4j.it.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.Lineage;
import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.TreeSnapshot;
import io.github.certbot4j.it.webserver.Visitor;
import io.github.certbot4j.it.webserver.WebCa;
import io.github.certbot4j.it.webserver.WebPorts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The life of a site after its first certificate, and what comes before. */
class NginxRenewIT {
  private static final String NAME = "a.example.test";

  @RegisterExtension static final WebPorts PORTS = new WebPorts();
  @RegisterExtension static final TestCa CA = WebCa.careful();
  @RegisterExtension final NginxSite site = new NginxSite(CA);
  private final Visitor visitor = Visitor.ofTheWeb();

  @Test
  void a_renewal_is_served_and_changes_no_file_of_the_server() throws Exception {
    site.plainSite(NAME, "renewed");
    site.server().start();
    Path log = site.sandbox().path("hook.log");
    site.ours()
        .run(NAME)
        .with("--deploy-hook", "wc -l < '" + site.sandbox().path("run/ctl.log") + "' >> " + log)
        .run()
        .succeeded();
    Lineage lineage = site.sandbox().lineage(NAME);
    String first = visitor.https(NAME, "/").serial();
    TreeSnapshot installed = site.server().snapshot();
    long reloads = site.server().reloads();

    site.ours().renew().run().succeeded();
    assertThat(site.server().reloads()).as("reloads with nothing due").isEqualTo(reloads);

    FileTree.write(log, "");
    site.ours().renew("--force-renewal").run().succeeded();

    assertThat(lineage.isWhole().version()).isEqualTo(2);
    assertThat(visitor.https(NAME, "/").serial()).isEqualTo(lineage.serial()).isNotEqualTo(first);
    assertThat(installed.differences(site.server().snapshot())).isEmpty();
    assertThat(site.server().reloads())
        .as("for the new certificate, and two more if the CA asked for a challenge")
        .isIn(reloads + 1, reloads + 3);
    long calls = FileTree.read(site.sandbox().path("run/ctl.log")).lines().count();
    assertThat(Long.parseLong(FileTree.read(log).strip()))
        .as("calls before the deploy hook: the reload comes after it")
        .isLessThan(calls);
  }

  @Test
  void what_was_given_as_an_option_is_stored_for_renewals() {
    site.plainSite(NAME, "stored");
    site.server().start();

    site.ours().run(NAME).with("--nginx-sleep-seconds", "2").run().succeeded();

    assertThat(FileTree.read(site.sandbox().renewalConf(NAME)).lines())
        .contains(
            "authenticator = nginx",
            "installer = nginx",
            "nginx_server_root = " + site.server().root(),
            "nginx_ctl = " + site.server().ctl(),
            "nginx_sleep_seconds = 2");
  }

  @Test
  void a_rehearsed_renewal_leaves_the_server_as_it_is() {
    site.plainSite(NAME, "dry");
    site.server().start();
    site.ours().run(NAME).run().succeeded();
    TreeSnapshot installed = site.server().snapshot();
    String serial = visitor.https(NAME, "/").serial();

    site.ours().renew("--dry-run", "--server", CA.pebble().directoryUrl()).run().succeeded();

    assertThat(installed.differences(site.server().snapshot())).isEmpty();
    assertThat(visitor.https(NAME, "/").serial()).isEqualTo(serial);
    assertThat(site.sandbox().lineage(NAME).version()).isEqualTo(1);
  }

  @Test
  void obtaining_alone_leaves_the_configuration_byte_for_byte() {
    site.plainSite(NAME, "obtained");
    site.server().start();
    TreeSnapshot before = site.server().snapshot();

    site.ours().certonly(NAME, "nowhere.example.test").run().succeeded();
    assertThat(before.differences(site.server().snapshot())).isEmpty();

    CA.names().hideName("broken.example.test");
    site.ours().certonly("broken.example.test", NAME).run().failed(1).says("broken.example.test");

    assertThat(before.differences(site.server().snapshot())).isEmpty();
    assertThat(visitor.http(NAME, "/").body()).isEqualTo("obtained");
    assertThat(visitor.http(NAME, "/.well-known/acme-challenge/x").body()).isEqualTo("obtained");
  }

  @Test
  void nginx_is_found_in_the_search_path() throws Exception {
    site.plainSite(NAME, "ordinary");
    site.server().start();

    site.ours().run(NAME).with("--nginx-ctl", "nginx").run().succeeded();

    assertThat(visitor.https(NAME, "/").serial()).isEqualTo(site.sandbox().lineage(NAME).serial());
  }

  @Test
  void another_port_for_tls_is_used_as_asked() throws Exception {
    site.plainSite(NAME, "another port");
    site.server().start();

    site.ours().run(NAME).with("--https-port", "8443", "--no-redirect").run().succeeded();

    assertThat(visitor.at(WebPorts.HTTP, 8443).https(NAME, "/").serial())
        .isEqualTo(site.sandbox().lineage(NAME).serial());
    assertThat(visitor.http(NAME, "/").body()).isEqualTo("another port");
  }
}
