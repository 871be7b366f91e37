package io.github.certbot4j.it.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.Outcome;
import io.github.certbot4j.it.Requirement;
import io.github.certbot4j.it.SmallDisk;
import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.TreeSnapshot;
import io.github.certbot4j.it.webserver.Visitor;
import io.github.certbot4j.it.webserver.WebCa;
import io.github.certbot4j.it.webserver.WebPorts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong around nginx ends with its own words and with its files as they were. */
class NginxFaultsIT {
  private static final String NAME = "a.example.test";

  @RegisterExtension static final WebPorts PORTS = new WebPorts();
  @RegisterExtension static final TestCa CA = WebCa.trusting();
  @RegisterExtension final NginxSite site = new NginxSite(CA);
  private final Visitor visitor = Visitor.ofTheWeb();

  @Test
  void a_configuration_that_is_broken_before_is_refused_before_anything_is_ordered() {
    site.plainSite(NAME, "fine");
    site.server().start();
    site.server().file("conf.d/foreign.conf", "proxy_timeout 5s;\nserver {\n    lisen 80;\n}\n");
    TreeSnapshot before = site.server().snapshot();
    long orders = CA.pebble().orders();

    Outcome outcome = site.ours().run(NAME).run().failed(1);

    outcome.says("unknown directive", site.server().path("conf.d/foreign.conf") + ":1");
    assertThat(CA.pebble().orders()).isEqualTo(orders);
    assertUntouched(before);
  }

  @Test
  void a_change_that_nginx_refuses_is_taken_back() {
    site.server().file("conf.d/cache.conf", "ssl_session_cache shared:le_nginx_SSL:1m;\n");
    site.plainSite(NAME, "small cache");
    site.server().start();
    TreeSnapshot before = site.server().snapshot();

    Outcome outcome = site.ours().run(NAME).run().failed(1);

    outcome.says("le_nginx_SSL", "conflicts with already declared size");
    assertThat(site.sandbox().lineage(NAME).exists()).as("the certificate").isTrue();
    assertUntouched(before);
    site.server().test().succeeded();
    assertThat(visitor.http(NAME, "/").body()).isEqualTo("small cache");
  }

  @Test
  void an_option_that_contradicts_ours_is_named_and_nothing_is_written() {
    Path file =
        site.server()
            .site(
                NAME,
                """
                server {
                    listen 80;
                    server_name a.example.test;
                    ssl_session_cache shared:SSL:1m;
                    return 200 "own cache";
                }
                """);
    site.server().start();
    TreeSnapshot before = site.server().snapshot();

    site.ours().run(NAME).run().failed(1).says("ssl_session_cache", file.getFileName().toString());

    assertUntouched(before);
  }

  @Test
  void a_block_that_can_not_be_divided_is_told_and_serves_both_ways() throws Exception {
    Path listens = site.server().file("snippets/listen.conf", "listen 80;\nlisten [::]:80;\n");
    site.server()
        .site(
            NAME,
            "server { include {ROOT}/snippets/listen.conf; server_name a.example.test; return 200 x; }\n");
    site.server().start();

    site.ours().run(NAME).run().failed(1).says(listens.toString(), "listen");

    site.server().test().succeeded();
    assertThat(visitor.http(NAME, "/").body()).isEqualTo("x");
    assertThat(visitor.https(NAME, "/").serial()).isEqualTo(site.sandbox().lineage(NAME).serial());
    site.ours().run(NAME).with("--no-redirect").run().succeeded();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_port_that_is_taken_leaves_the_configuration_as_it_was(boolean running) throws IOException {
    site.ours().certbot().issue(NAME);
    site.plainSite(NAME, "at port 80 only");
    TreeSnapshot before = site.server().snapshot();
    if (running) {
      site.server().start();
    }

    try (ServerSocket other = new ServerSocket()) {
      other.bind(new InetSocketAddress("0.0.0.0", WebPorts.HTTPS));
      site.ours()
          .verb("install", "--cert-name", NAME)
          .run()
          .failed(1)
          .says(running ? "goes on with its old configuration" : "bind() to 0.0.0.0:443 failed");
    }

    assertUntouched(before);
    assertThat(visitor.http(NAME, "/").body()).isEqualTo("at port 80 only");
  }

  @Test
  void a_server_that_does_not_run_is_started() throws Exception {
    site.plainSite(NAME, "now it runs");
    assertThat(site.server().daemon().isRunning()).isFalse();

    site.ours().run(NAME).run().succeeded();

    assertThat(site.server().daemon().isRunning()).isTrue();
    assertThat(visitor.https(NAME, "/").body()).isEqualTo("now it runs");
    assertThat(visitor.https(NAME, "/").serial()).isEqualTo(site.sandbox().lineage(NAME).serial());
  }

  @Test
  void a_refused_reload_is_reported_and_everything_goes_back() {
    site.plainSite(NAME, "stubborn");
    site.server().start();
    site.ours().certonly(NAME).run().succeeded();
    TreeSnapshot before = site.server().snapshot();
    Path stubborn =
        site.sandbox()
            .script(
                "bin/stubborn",
                "case \" $* \" in *' -t '*|*' -V '*) exec '"
                    + site.server().ctl()
                    + "' \"$@\" ;; esac\necho 'nginx: [emerg] not today' >&2\nexit 1");

    site.ours()
        .verb("install", "--cert-name", NAME, "--nginx-ctl", stubborn.toString())
        .run()
        .failed(1)
        .says("nginx: [emerg] not today");

    assertUntouched(before);
    assertThat(visitor.http(NAME, "/").body()).isEqualTo("stubborn");
  }

  @Test
  void a_user_who_may_not_change_nginx_is_told_so() throws IOException {
    Requirement.root();
    site.plainSite(NAME, "not yours");
    site.server().start();
    TreeSnapshot before = site.server().snapshot();
    for (Path directory :
        new Path[] {site.sandbox().config(), site.sandbox().work(), site.sandbox().logs()}) {
      FileTree.mode(FileTree.directory(directory), "rwxrwxrwx");
    }

    site.ours().run(NAME).asNobody().run().failed(1).says("ermission denied");

    assertUntouched(before);
    assertThat(visitor.http(NAME, "/").body()).isEqualTo("not yours");
  }

  @Test
  void files_that_can_not_be_written_are_all_as_before() throws Exception {
    site.ours().certbot().issue(NAME);
    Path mounted = site.server().path("conf.d");
    try (SmallDisk disk = new SmallDisk(mounted, 64)) {
      site.server().file("conf.d/a.conf", "server { listen 80; server_name a.example.test; }\n");
      site.server().start();
      TreeSnapshot before = site.server().snapshot();

      disk.writable(false);
      site.ours()
          .verb("install", "--cert-name", NAME)
          .run()
          .failed(1)
          .says("conf.d", "ead-only file system");
      assertUntouched(before);
      disk.writable(true);

      disk.fill();
      TreeSnapshot full = site.server().snapshot();
      site.ours()
          .verb("install", "--cert-name", NAME)
          .run()
          .failed(1)
          .says("conf.d", "o space left on device");
      assertUntouched(full);

      disk.free();
      site.ours().verb("install", "--cert-name", NAME).run().succeeded();
      assertThat(visitor.https(NAME, "/").serial())
          .isEqualTo(site.sandbox().lineage(NAME).serial());
      site.server().daemon().stop();
    }
  }

  @Test
  void a_server_root_that_somebody_else_has_locked_is_left_alone() throws IOException {
    site.plainSite(NAME, "locked");
    site.server().start();
    Path lock = site.server().path(".certbot.lock");
    Files.createFile(lock);
    TreeSnapshot before = site.server().snapshot();

    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      site.ours().run(NAME).run().failed(1).says(site.server().root().toString());
    }

    assertUntouched(before);
    site.ours().run(NAME).run().succeeded();
    assertThat(lock).doesNotExist();
  }

  @Test
  void a_server_root_without_configuration_and_a_program_that_is_not_there_are_named() {
    Path empty = FileTree.directory(site.sandbox().path("empty"));
    site.ours()
        .run(NAME)
        .with("--nginx-server-root", empty.toString())
        .run()
        .failed(1)
        .says(empty.toString(), "nginx.conf");
    site.ours()
        .run(NAME)
        .with("--nginx-ctl", "/nowhere/nginx")
        .run()
        .failed(1)
        .says("/nowhere/nginx");
    assertThat(FileTree.names(empty)).isEmpty();
  }

  private void assertUntouched(TreeSnapshot before) {
    assertThat(before.differences(site.server().snapshot()))
        .as("changes in the server root")
        .isEmpty();
  }
}
