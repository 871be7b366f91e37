package io.github.certbot4j.it.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.TreeSnapshot;
import io.github.certbot4j.it.webserver.Page;
import io.github.certbot4j.it.webserver.Visitor;
import io.github.certbot4j.it.webserver.WebCa;
import io.github.certbot4j.it.webserver.WebPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Redirects, headers and stapling on top of an installed certificate, and taking them back. */
class NginxEnhancementsIT {
  private static final String NAME = "a.example.test";

  @RegisterExtension static final WebPorts PORTS = new WebPorts();
  @RegisterExtension static final TestCa CA = WebCa.trusting();
  @RegisterExtension final NginxSite site = new NginxSite(CA);
  private final Visitor visitor = Visitor.ofTheWeb();

  @BeforeEach
  void startSite() {
    site.plainSite(NAME, "enhanced");
    site.server().start();
  }

  @Test
  void enhancements_are_added_one_by_one_and_taken_back_one_by_one() {
    TreeSnapshot before = site.server().snapshot();
    site.ours().run(NAME).with("--no-redirect").run().succeeded();
    TreeSnapshot plain = site.server().snapshot();

    enhance("--redirect");
    assertThat(visitor.http(NAME, "/x").status()).isEqualTo(301);
    TreeSnapshot redirected = site.server().snapshot();
    enhance("--hsts");
    assertThat(visitor.https(NAME, "/x").header("Strict-Transport-Security"))
        .isEqualTo("max-age=31536000");
    assertThat(visitor.http(NAME, "/x").header("Strict-Transport-Security")).isEmpty();
    TreeSnapshot strict = site.server().snapshot();
    enhance("--staple-ocsp");
    assertThat(site.server().snapshot().differences(strict)).isNotEmpty();

    assertThat(strict.differences(afterRollback())).isEmpty();
    assertThat(redirected.differences(afterRollback())).isEmpty();
    assertThat(plain.differences(afterRollback())).isEmpty();
    Page page = visitor.http(NAME, "/x");
    assertThat(page.status()).isEqualTo(200);
    assertThat(visitor.https(NAME, "/x").header("Strict-Transport-Security")).isEmpty();
    assertThat(before.differences(afterRollback())).isEmpty();
  }

  private void enhance(String option) {
    site.ours().verb("enhance", "--cert-name", NAME, option).run().succeeded();
    site.server().test().succeeded();
  }

  private TreeSnapshot afterRollback() {
    site.ours().rollback(1).run().succeeded();
    return site.server().snapshot();
  }

  @Test
  void requests_are_upgraded_by_a_header_of_the_secure_site_only() {
    site.ours().run(NAME).with("--uir", "--hsts").run().succeeded();

    Page secure = visitor.https(NAME, "/x");
    assertThat(secure.header("Content-Security-Policy")).isEqualTo("upgrade-insecure-requests");
    assertThat(secure.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    Page plain = visitor.http(NAME, "/x");
    assertThat(plain.status()).isEqualTo(301);
    assertThat(plain.header("Content-Security-Policy")).isEmpty();
    TreeSnapshot installed = site.server().snapshot();
    site.ours().run(NAME).with("--uir", "--hsts").run().succeeded();
    assertThat(installed.differences(site.server().snapshot())).isEmpty();
  }

  @Test
  void files_keep_their_owner_and_mode() throws IOException {
    Path file = site.server().path("sites-available/" + NAME);
    FileTree.mode(file, "rw-r-----");
    Files.setAttribute(file, "unix:gid", Files.getAttribute(Path.of("/etc/shadow"), "unix:gid"));
    Map<String, Object> before = Files.readAttributes(file, "unix:mode,uid,gid");

    site.ours().run(NAME).run().succeeded();

    assertThat(FileTree.read(file)).contains("managed by Certbot");
    assertThat(Files.readAttributes(file, "unix:mode,uid,gid")).isEqualTo(before);
    assertThat(site.server().path("sites-enabled/" + NAME)).isSymbolicLink();
    site.ours().rollback(100).run().succeeded();
    assertThat(Files.readAttributes(file, "unix:mode,uid,gid")).isEqualTo(before);
  }

  @Test
  void what_is_there_already_is_not_added_again() {
    site.ours().run(NAME).with("--redirect", "--hsts", "--staple-ocsp").run().succeeded();
    TreeSnapshot installed = site.server().snapshot();

    site.ours()
        .verb("enhance", "--cert-name", NAME, "--redirect", "--hsts", "--staple-ocsp")
        .run()
        .succeeded();

    assertThat(installed.differences(site.server().snapshot())).isEmpty();
  }

  @Test
  void nothing_to_take_back_is_no_error() {
    TreeSnapshot before = site.server().snapshot();

    site.ours().rollback(3).run().succeeded();

    assertThat(before.differences(site.server().snapshot())).isEmpty();
  }
}
