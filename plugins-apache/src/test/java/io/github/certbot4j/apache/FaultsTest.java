package io.github.certbot4j.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Enhancement;
import io.github.certbot4j.spi.PluginUnusableException;
import io.github.certbot4j.spi.PluginUnusableException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when something is wrong. */
final class FaultsTest {

  private static final DomainName NAME = ApacheSite.name("a.example.com");
  private static final String TITLE = "Deployed ACME Certificate";

  @TempDir private Path directory;
  private ApacheSite site;

  @BeforeEach
  void makeSite() {
    site =
        ApacheSite.debian(directory)
            .site("a.conf", "<VirtualHost *:80>\n ServerName a.example.com\n</VirtualHost>\n");
  }

  @Test
  void a_machine_without_apache_is_said_to_have_none() {
    site.options.with(ApacheOptions.APACHE_CTL, "no-such-ctl");
    assertUnusable(Reason.NOT_INSTALLED, "no-such-ctl");
  }

  @Test
  void a_server_root_without_configuration_is_no_installation() throws IOException {
    Files.delete(site.root.resolve("apache2.conf"));
    assertUnusable(Reason.NOT_INSTALLED, "--apache-server-root");
  }

  @Test
  void a_relative_directory_is_refused() {
    site.options.with(ApacheOptions.APACHE_VHOST_ROOT, "vhosts");
    assertUnusable(Reason.MISCONFIGURED, "The path vhosts given for Apache must be absolute");
  }

  @Test
  void a_configuration_that_the_server_refuses_is_told_in_its_words_and_left_alone() {
    String before = site.snapshot();
    site.apache.complain("AH00526: Syntax error on line 3 of /etc/x.conf: Invalid command 'Foo'");
    assertUnusable(Reason.MISCONFIGURED, "AH00526: Syntax error on line 3");
    assertThat(site.snapshot()).isEqualTo(before);
  }

  @Test
  void what_cannot_be_understood_is_told_with_its_place() {
    site.site("b.conf", "<VirtualHost *:80>\n  </Directory>\n");
    assertUnusable(
        Reason.MISCONFIGURED,
        "sites-available/b.conf:2:3: </VirtualHost> expected, but found </Directory>");
  }

  @Test
  void an_old_server_is_refused() {
    site.apache.version("2.2.34");
    assertUnusable(Reason.MISCONFIGURED, "Apache 2.2.34 is too old");
  }

  @Test
  void a_leftover_that_the_server_refuses_is_undone_before_it_is_tested() {
    String before = site.snapshot();
    ApacheServer killed = site.prepared();
    killed.deploy(NAME, site.paths("c2"));
    killed.save("", false);
    // Stands for a server that stumbles over what the killed run left.
    site.apache.complainWhile("sites-available/a-le-ssl.conf");
    site.prepared();
    assertThat(site.snapshot()).isEqualTo(before);
  }

  @Test
  void a_rollback_works_when_the_configuration_is_broken_and_mends_it() {
    String before = site.snapshot();
    deploy(site.prepared());
    site.apache.complainWhile("sites-available/a-le-ssl.conf");
    ApacheServer server = site.server();
    assertThatThrownBy(server::prepare).isInstanceOf(PluginUnusableException.class);
    server.rollback(1);
    server.restart();
    assertThat(site.snapshot()).isEqualTo(before);
  }

  @Test
  void a_reload_that_fails_is_told_in_the_servers_words() {
    ApacheServer server = site.prepared();
    deploy(server);
    site.apache.refuseReload("(98)Address already in use: AH00072: make_sock");
    assertThatThrownBy(server::restart)
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("AH00072: make_sock");
  }

  @Test
  void a_port_that_another_program_has_is_found_before_the_reload() {
    ApacheServer server = site.prepared();
    deploy(server);
    site.takenPorts.add("443");
    assertThatThrownBy(server::restart)
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("port 443 (Listen 443), but another program does");
    assertThat(site.apache.reloads()).isZero();
  }

  @Test
  void a_file_that_somebody_changed_meanwhile_is_not_overwritten() {
    site.site("b.conf", "<VirtualHost *:443>\n ServerName b.example.com\n</VirtualHost>\n");
    ApacheServer server = site.prepared();
    server.deploy(ApacheSite.name("b.example.com"), site.paths("c2"));
    site.write("sites-available/b.conf", "# mine\n");
    assertThatThrownBy(() -> server.save("", false))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("b.conf was changed by somebody else");
    assertThat(site.read("sites-available/b.conf")).isEqualTo("# mine\n");
  }

  @Test
  void a_module_that_cannot_be_enabled_stops_the_deployment() throws IOException {
    Files.delete(site.root.resolve("mods-available/ssl.load"));
    String before = site.snapshot();
    ApacheServer server = site.prepared();
    assertThatThrownBy(() -> server.deploy(NAME, site.paths("c2")))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("Module ssl does not exist");
    server.recover();
    assertThat(site.snapshot()).isEqualTo(before);
  }

  @Test
  void without_a_program_that_disables_modules_none_is_enabled() {
    site.options.with(ApacheOptions.APACHE_DISMOD, "no-such-dismod");
    ApacheServer server = site.prepared();
    assertThatThrownBy(() -> server.deploy(NAME, site.paths("c2")))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("--apache-dismod");
    assertThat(site.apache.calls()).noneMatch(call -> call.startsWith("a2enmod"));
  }

  @Test
  void a_certificate_from_a_file_that_others_include_is_not_taken_from_them() {
    String host =
        "<VirtualHost *:443>\n ServerName %s.example.com\n Include tls.conf\n</VirtualHost>\n";
    site.write("tls.conf", "SSLCertificateFile /x.pem\nSSLCertificateKeyFile /x.key\n")
        .site("b.conf", host.formatted("b"))
        .site("c.conf", host.formatted("c"));
    String before = site.snapshot();
    ApacheServer server = site.prepared();
    server.deploy(ApacheSite.name("b.example.com"), site.paths("c2"));
    assertThatThrownBy(() -> server.save(TITLE, false))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("c.conf:1 has its certificate from")
        .hasMessageContaining("tls.conf:1");
    server.recover();
    assertThat(site.snapshot()).isEqualTo(before);

    server.deploy(ApacheSite.name("b.example.com"), site.paths("c2"));
    server.deploy(ApacheSite.name("c.example.com"), site.paths("c2"));
    assertThat(server.save(TITLE, false)).isTrue();
    assertThat(site.read("tls.conf")).isEmpty();
    assertThat(site.read("sites-available/c.conf")).contains("SSLCertificateFile DIR/le/live/c2");
  }

  @Test
  void nothing_is_changed_after_a_signal_had_everything_undone() throws InterruptedException {
    String before = site.snapshot();
    ApacheServer server = site.prepared();
    Thread signal = new Thread(server::recover);
    signal.start();
    signal.join();
    assertThatThrownBy(() -> server.deploy(NAME, site.paths("c2")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> server.perform(List.of())).isInstanceOf(IllegalStateException.class);
    assertThat(site.snapshot()).isEqualTo(before);
  }

  @Test
  void a_file_that_the_server_does_not_read_may_be_nonsense() {
    site.write("sites-available/old.conf", "</VirtualHost>\n");
    site.options.with(
        ApacheOptions.APACHE_VHOST_ROOT, site.root.resolve("sites-available").toString());
    assertThat(site.prepared().allNames()).containsExactly(NAME);
  }

  @Test
  void every_enhancement_is_supported() {
    assertThat(site.server().supportedEnhancements()).containsOnly(Enhancement.values());
  }

  private void deploy(ApacheServer server) {
    server.deploy(NAME, site.paths("c2"));
    server.save("", false);
    assertThat(server.save(TITLE, false)).isTrue();
  }

  private void assertUnusable(Reason reason, String text) {
    ApacheServer server = site.server();
    assertThatThrownBy(server::prepare)
        .isInstanceOfSatisfying(
            PluginUnusableException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining(text);
  }
}
