package io.github.certbot4j.it.apache;

import static io.github.certbot4j.it.apache.ApacheSite.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.Outcome;
import io.github.certbot4j.it.SmallDisk;
import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.TreeSnapshot;
import io.github.certbot4j.it.webserver.WebCa;
import io.github.certbot4j.it.webserver.WebPorts;
import java.io.IOException;
import java.net.InetAddress;
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

/** What goes wrong around Apache ends with its own words and with its files as they were. */
class ApacheFaultsIT {
  @RegisterExtension static final WebPorts PORTS = new WebPorts();
  @RegisterExtension static final TestCa CA = WebCa.trusting();
  @RegisterExtension final ApacheSite site = new ApacheSite(CA);

  @Test
  void a_configuration_that_is_broken_before_is_refused_before_anything_is_ordered() {
    ApacheServer apache = site.start("plain");
    Path broken = FileTree.write(apache.file("conf-enabled/broken.conf"), "# fine\nServerNaim x\n");
    TreeSnapshot before = apache.tree();
    long orders = CA.pebble().orders();

    Outcome outcome = site.ours().run(NAME).run().failed(1);

    outcome.says("line 2", broken.toString(), "ServerNaim");
    assertThat(CA.pebble().orders()).isEqualTo(orders);
    assertThat(before.differences(apache.tree())).isEmpty();
  }

  @Test
  void a_change_that_apache_refuses_is_taken_back() {
    ApacheServer apache = site.start("plain");
    FileTree.write(
        apache.file("conf-enabled/tls.conf"),
        "<IfModule mod_ssl.c>\n  SSLNonsense on\n</IfModule>\n");
    TreeSnapshot before = apache.tree();

    site.ours().run(NAME).run().failed(1).says("SSLNonsense", "conf-enabled/tls.conf");

    assertThat(site.sandbox().lineage(NAME).exists()).as("the certificate").isTrue();
    site.isAsBefore(before);
  }

  @Test
  void an_enhancement_that_apache_refuses_leaves_no_part_of_it() throws Exception {
    ApacheServer apache = site.start("plain");
    site.ours().run(NAME).with("--no-redirect").run().succeeded();
    FileTree.write(
        apache.file("conf-enabled/headers.conf"),
        "<IfModule mod_headers.c>\n  HeaderNonsense on\n</IfModule>\n");
    TreeSnapshot before = apache.tree();

    site.ours()
        .verb("enhance", "--hsts", "--redirect", "--cert-name", NAME)
        .run()
        .failed(1)
        .says("HeaderNonsense");

    site.isAsBefore(before);
    site.isServedByTls();
  }

  @Test
  void a_port_that_is_taken_leaves_the_site_at_the_other_one() throws IOException {
    ApacheServer apache = site.start("plain");
    site.ours().certonly(NAME).run().succeeded();
    TreeSnapshot before = apache.tree();

    try (ServerSocket other = new ServerSocket()) {
      other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), WebPorts.HTTPS));
      site.ours().verb("install", "--cert-name", NAME).run().failed(1).says("443");
    }

    site.isAsBefore(before);
  }

  @Test
  void a_port_that_apache_itself_still_has_is_no_obstacle() throws Exception {
    ApacheServer apache = site.start("plain");
    site.ours().run(NAME).run().succeeded();
    Outcome disabled = apache.tool("a2dismod", "-f", "ssl", "socache_shmcb");
    FileTree.delete(apache.file("sites-enabled/a-le-ssl.conf"));
    FileTree.delete(apache.file("sites-available/a-le-ssl.conf"));
    disabled.succeeded();

    site.ours().verb("install", "--cert-name", NAME).run().succeeded();

    site.isServedByTls();
  }

  @Test
  void a_refused_reload_is_reported_and_everything_goes_back() {
    ApacheServer apache = site.start("plain");
    site.ours().certonly(NAME).run().succeeded();
    TreeSnapshot before = apache.tree();
    Path stubborn =
        site.sandbox()
            .script(
                "bin/stubborn",
                "[ \"$1\" = graceful ] || exec '%s' \"$@\"\necho 'AH99999: not today' >&2\nexit 1"
                    .formatted(apache.ctl()));

    site.ours()
        .verb("install", "--cert-name", NAME, "--apache-ctl", stubborn.toString())
        .run()
        .failed(1)
        .says("AH99999: not today");

    site.isAsBefore(before);
    assertThat(site.checkpoints()).isEmpty();
  }

  @Test
  void a_server_that_does_not_run_is_started() throws Exception {
    site.setUp("plain");

    site.ours().run(NAME).run().succeeded();

    assertThat(site.server().daemon().isRunning()).isTrue();
    site.isServedByTls();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssl", "socache_shmcb", "rewrite"})
  void a_module_that_is_not_installed_is_named(String module) throws IOException {
    ApacheServer apache = site.start("plain");
    Files.delete(apache.file("mods-available/" + module + ".load"));
    TreeSnapshot before = apache.tree();

    site.ours().run(NAME).run().failed(1).says(module);

    site.isAsBefore(before);
  }

  @Test
  void a_user_who_may_not_change_apache_is_told_so() {
    ApacheServer apache = site.start("plain");
    TreeSnapshot before = apache.tree();
    for (String directory : new String[] {"config", "work", "logs"}) {
      Path path = FileTree.directory(site.sandbox().path(directory));
      FileTree.mode(path, "rwxrwxrwx");
    }

    site.ours().run(NAME).asNobody().run().failed(1).says(apache.root().toString());

    site.isAsBefore(before);
  }

  @Test
  void files_that_can_not_be_written_are_all_as_before() throws Exception {
    ApacheServer apache = site.setUp("plain");
    site.ours().certbot().issue(NAME);
    Path mounted = apache.file("sites-available");
    String text = FileTree.read(mounted.resolve("a.conf"));
    try (SmallDisk disk = new SmallDisk(mounted, 64)) {
      FileTree.write(mounted.resolve("a.conf"), text);
      apache.start();
      TreeSnapshot before = apache.tree();

      disk.writable(false);
      install().failed(1).says("sites-available", "read-only");
      site.isAsBefore(before);
      disk.writable(true);

      disk.fill();
      TreeSnapshot full = apache.tree();
      install().failed(1).says("sites-available", "no space left on device");
      site.isAsBefore(full);

      disk.free();
      install().succeeded();
      site.isServedByTls();
      apache.stop();
    }
  }

  private Outcome install() {
    return site.ours().verb("install", "--cert-name", NAME).run();
  }

  @Test
  void a_server_root_that_somebody_else_has_locked_is_left_alone() throws IOException {
    ApacheServer apache = site.start("plain");
    Path lock = Files.createFile(apache.file(".certbot.lock"));
    TreeSnapshot before = apache.tree();

    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      site.ours().run(NAME).run().failed(1).says(apache.root().toString());
    }

    site.isAsBefore(before);
    site.ours().run(NAME).run().succeeded();
    assertThat(lock).doesNotExist();
  }

  @Test
  void a_server_root_without_configuration_and_a_program_that_is_not_there_are_named() {
    site.start("plain");
    Path empty = FileTree.directory(site.sandbox().path("empty"));

    site.ours()
        .run(NAME)
        .with("--apache-server-root", empty.toString())
        .run()
        .failed(1)
        .says(empty.toString());
    site.ours().run(NAME).with("--apache-ctl", "/nowhere/ctl").run().failed(1).says("/nowhere/ctl");

    assertThat(FileTree.names(empty)).isEmpty();
  }

  @Test
  void a_name_that_no_site_has_is_refused_when_nobody_can_be_asked() {
    ApacheServer apache = site.setUp("several-sites");
    TreeSnapshot before = apache.tree();
    site.ours().certbot().issue("x.example.test");
    apache.start();

    site.ours()
        .verb("install", "--cert-name", "x.example.test")
        .run()
        .failed(1)
        .says("x.example.test");

    site.isAsBefore(before);
  }
}
