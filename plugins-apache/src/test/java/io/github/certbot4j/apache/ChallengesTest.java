package io.github.certbot4j.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Challenge;
import io.github.certbot4j.spi.SharedOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration that lives as long as a challenge. */
final class ChallengesTest {

  private static final String HOSTS =
      "<VirtualHost *:80>\n    ServerName a.example.com\n    DocumentRoot /var/www/html\n"
          + "</VirtualHost>\n"
          + "<VirtualHost *:80>\n  ServerAlias *.example.com\n</VirtualHost>\n"
          + "<VirtualHost *:80>\n  ServerName other.example.org\n</VirtualHost>\n";

  @TempDir private Path directory;

  @Test
  void every_virtual_host_that_serves_the_name_shows_the_responses() {
    ApacheSite site = ApacheSite.debian(directory).site("a.conf", HOSTS);
    String before = site.snapshot();
    ApacheServer server = site.prepared();
    server.perform(List.of(challenge("a.example.com")));
    assertThat(site.read("sites-available/a.conf"))
        .isEqualTo(
            """
            <VirtualHost *:80>
                Include ROOT/le_http_01_challenge_pre.conf
                ServerName a.example.com
                DocumentRoot /var/www/html
            Include ROOT/le_http_01_challenge_post.conf
            </VirtualHost>
            <VirtualHost *:80>
              Include ROOT/le_http_01_challenge_pre.conf
              ServerAlias *.example.com
            Include ROOT/le_http_01_challenge_post.conf
            </VirtualHost>
            <VirtualHost *:80>
              ServerName other.example.org
            </VirtualHost>
            """);
    assertThat(site.apache.calls()).contains("a2enmod rewrite").endsWith("apache2ctl graceful");

    server.cleanUp(List.of(challenge("a.example.com")));
    assertThat(site.snapshot()).isEqualTo(before);
    assertThat(site.apache.calls()).contains("a2dismod -f rewrite").endsWith("apache2ctl graceful");
    assertThat(site.directories().work().resolve("http_challenges")).isEmptyDirectory();
  }

  @Test
  void the_rule_leads_to_files_that_the_server_may_read() throws IOException {
    ApacheSite site = ApacheSite.debian(directory).site("a.conf", HOSTS);
    site.prepared().perform(List.of(challenge("a.example.com")));
    Path responses = site.directories().work().resolve("http_challenges");
    assertThat(site.read("le_http_01_challenge_pre.conf"))
        .isEqualTo(
            "RewriteEngine on\nRewriteRule ^/\\.well-known/acme-challenge/([A-Za-z0-9-_=]+)$"
                + " DIR/work/http_challenges/$1 [END]\n");
    assertThat(site.read("le_http_01_challenge_post.conf"))
        .isEqualTo(
            """
            <Directory DIR/work/http_challenges>
                Require all granted
            </Directory>
            <Location /.well-known/acme-challenge>
                Require all granted
            </Location>
            """);
    assertThat(responses.resolve("tok")).hasContent("tok.thumb");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(responses)))
        .isEqualTo("rwxr-xr-x");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(responses.resolve("tok"))))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void a_name_that_no_virtual_host_has_is_answered_by_all_at_the_port() {
    ApacheSite site = ApacheSite.debian(directory).site("a.conf", HOSTS);
    site.prepared().perform(List.of(challenge("new.example.net")));
    assertThat(site.read("sites-available/a.conf").split("challenge_pre", -1)).hasSize(4);
  }

  @Test
  void one_at_another_port_is_not_enough() {
    ApacheSite site =
        ApacheSite.debian(directory)
            .site("a.conf", "<VirtualHost *:443>\n ServerName a.example.com\n</VirtualHost>\n");
    ApacheServer server = site.prepared();
    assertThatThrownBy(() -> server.perform(List.of(challenge("a.example.com"))))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("no virtual host at port 80");
  }

  @Test
  void the_server_listens_at_the_port_for_the_time() {
    ApacheSite site =
        ApacheSite.debian(directory)
            .site("a.conf", HOSTS.replace("*:80", "*:5002"))
            .write("ports.conf", "Listen 80\n");
    site.options.with(SharedOptions.HTTP01_PORT, 5002);
    ApacheServer server = site.prepared();
    server.perform(List.of(challenge("a.example.com")));
    assertThat(site.read("ports.conf")).isEqualTo("Listen 80\nListen 5002\n");
    server.cleanUp(List.of(challenge("a.example.com")));
    assertThat(site.read("ports.conf")).isEqualTo("Listen 80\n");
  }

  @Test
  void the_file_of_a_virtual_host_that_is_not_enabled_is_included_for_the_time() {
    ApacheSite site = ApacheSite.debian(directory).write("sites-available/off.conf", HOSTS);
    site.options.with(
        ApacheOptions.APACHE_VHOST_ROOT, site.root.resolve("sites-available").toString());
    site.prepared().perform(List.of(challenge("a.example.com")));
    assertThat(site.read("apache2.conf")).endsWith("\nInclude ROOT/sites-available/off.conf\n");
  }

  @Test
  void a_reload_that_is_refused_is_told_in_the_servers_words_and_undone_by_the_clean_up() {
    ApacheSite site = ApacheSite.debian(directory).site("a.conf", HOSTS);
    String before = site.snapshot();
    ApacheServer server = site.prepared();
    site.apache.complain("AH00526: Syntax error: it is broken");
    assertThatThrownBy(() -> server.perform(List.of(challenge("a.example.com"))))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("AH00526: Syntax error: it is broken");
    site.apache.complain("");
    server.cleanUp(List.of(challenge("a.example.com")));
    assertThat(site.snapshot()).isEqualTo(before);
  }

  @Test
  void what_a_run_that_was_killed_left_is_undone_when_the_next_one_is_prepared() {
    ApacheSite site = ApacheSite.debian(directory).site("a.conf", HOSTS);
    String before = site.snapshot();
    site.prepared().perform(List.of(challenge("a.example.com")));
    assertThat(site.snapshot()).isNotEqualTo(before);
    site.prepared();
    assertThat(site.snapshot()).isEqualTo(before);
  }

  private static Challenge challenge(String name) {
    return new Challenge(ApacheSite.name(name), ChallengeType.HTTP_01, "tok", "tok.thumb");
  }
}
