package io.github.certbot4j.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Enhancement;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What enhancements write. */
final class EnhancementsTest {

  private static final DomainName NAME = ApacheSite.name("a.example.com");
  private static final String RULE =
      "RewriteRule ^ https://%{SERVER_NAME}%{REQUEST_URI} [END,NE,R=permanent]\n";
  private static final String SSL_HOST =
      """
      <VirtualHost *:443>
        ServerName a.example.com
        SSLEngine on
      </VirtualHost>
      """;

  @TempDir private Path directory;

  @Test
  void a_redirect_is_added_to_the_virtual_host_that_was_copied() {
    ApacheSite site =
        siteWith("<VirtualHost *:80>\n    ServerName a.example.com\n</VirtualHost>\n");
    ApacheServer server = site.prepared();
    server.deploy(NAME, site.paths("c2"));
    server.save("Deployed ACME Certificate", false);
    assertThat(enhance(site, server, Enhancement.REDIRECT)).isTrue();
    assertThat(site.read("sites-available/a.conf"))
        .isEqualTo(
            "<VirtualHost *:80>\n    ServerName a.example.com\nRewriteEngine on\n"
                + "RewriteCond %{SERVER_NAME} =a.example.com\n"
                + RULE
                + "</VirtualHost>\n");
    assertThat(site.apache.calls()).contains("a2enmod rewrite");
  }

  @Test
  void the_redirect_comes_after_rules_that_are_there() {
    ApacheSite site =
        siteWith(
            "<VirtualHost *:80>\n  ServerName a.example.com\n  RewriteEngine on\n"
                + "  RewriteRule ^/x /y [L]\n</VirtualHost>\n"
                + SSL_HOST);
    assertThat(enhance(site, site.prepared(), Enhancement.REDIRECT)).isTrue();
    assertThat(site.read("sites-available/a.conf"))
        .isEqualTo(
            "<VirtualHost *:80>\n  ServerName a.example.com\n  RewriteEngine on\n"
                + "  RewriteRule ^/x /y [L]\nRewriteCond %{SERVER_NAME} =a.example.com\n"
                + RULE
                + "</VirtualHost>\n"
                + SSL_HOST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[END,NE,R=permanent]", "[L,NE,R=permanent]"})
  void a_redirect_that_is_there_is_seen(String flags) {
    ApacheSite site =
        siteWith(
            "<VirtualHost *:80>\n ServerName a.example.com\n RewriteEngine on\n RewriteRule ^"
                + " https://%{SERVER_NAME}%{REQUEST_URI} "
                + flags
                + "\n</VirtualHost>\n"
                + SSL_HOST);
    String before = site.readAsIs("sites-available/a.conf");
    assertThat(enhance(site, site.prepared(), Enhancement.REDIRECT)).isFalse();
    assertThat(site.readAsIs("sites-available/a.conf")).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[L,QSA,R=permanent]", "[END,QSA,R=permanent]"})
  void an_outdated_redirect_is_replaced(String flags) {
    ApacheSite site =
        siteWith(
            "<VirtualHost *:80>\n ServerName a.example.com\n RewriteEngine on\n RewriteRule ^"
                + " https://%{SERVER_NAME}%{REQUEST_URI} "
                + flags
                + "\n</VirtualHost>\n"
                + SSL_HOST);
    assertThat(enhance(site, site.prepared(), Enhancement.REDIRECT)).isFalse();
    assertThat(site.readAsIs("sites-available/a.conf"))
        .contains("\n " + RULE)
        .doesNotContain("QSA");
  }

  @Test
  void every_name_has_a_condition_and_patterns_are_regular_expressions() {
    ApacheSite site =
        siteWith(
            ("<VirtualHost *:80>\n  ServerName a.example.com\n  ServerAlias *.b.example\n"
                    + "</VirtualHost>\n")
                + SSL_HOST.replace("SSLEngine on", "ServerAlias *.b.example"));
    enhance(site, site.prepared(), Enhancement.REDIRECT);
    assertThat(site.read("sites-available/a.conf"))
        .contains(
            "RewriteCond %{SERVER_NAME} =a.example.com [OR]\n"
                + "RewriteCond %{SERVER_NAME} ^.*\\.b\\.example$\n"
                + RULE);
  }

  @Test
  void a_virtual_host_for_http_with_fewer_names_is_found() {
    ApacheSite site =
        siteWith(
            "<VirtualHost *:80>\n  ServerName zz.example.com\n</VirtualHost>\n"
                + SSL_HOST.replace("a.example.com", "zz.example.com\n  ServerAlias a.example.com"));
    assertThat(enhance(site, site.prepared(), Enhancement.REDIRECT)).isTrue();
    assertThat(enhance(site, site.prepared(), Enhancement.REDIRECT)).isFalse();
    assertThat(site.read("sites-available/a.conf"))
        .contains("=zz.example.com [OR]\nRewriteCond %{SERVER_NAME} =a.example.com\n");
  }

  @Test
  void without_a_virtual_host_for_http_one_that_redirects_is_made_and_enabled() {
    ApacheSite site = siteWith(SSL_HOST.replace("SSLEngine on", "ServerAlias www.a.example.com"));
    site.options.with(
        ApacheOptions.APACHE_VHOST_ROOT, site.root.resolve("sites-available").toString());
    assertThat(enhance(site, site.prepared(), Enhancement.REDIRECT)).isTrue();
    assertThat(site.read("sites-available/le-redirect-a.example.com.conf"))
        .isEqualTo(
            "<VirtualHost *:80>\nServerName a.example.com \nServerAlias www.a.example.com \n"
                + "ServerSignature Off\n\nRewriteEngine On\n"
                + RULE
                + "\nErrorLog /var/log/apache2/redirect.error.log\nLogLevel warn\n"
                + "</VirtualHost>\n");
    assertThat(site.root.resolve("sites-enabled/le-redirect-a.example.com.conf")).isSymbolicLink();
  }

  @Test
  void a_virtual_host_that_redirects_is_not_made_in_the_way_of_another() {
    ApacheSite site =
        siteWith(SSL_HOST + "<VirtualHost *:80>\n  ServerName other.example.com\n</VirtualHost>\n");
    ApacheServer server = site.prepared();
    assertThatThrownBy(() -> server.enhance(NAME, Enhancement.REDIRECT, site.paths("c2")))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("get into the way of the one at")
        .hasMessageContaining("a.conf:5");
  }

  @Test
  void headers_and_stapling_are_added_behind_what_is_there() {
    ApacheSite site = siteWith("<IfModule mod_ssl.c>\n" + SSL_HOST + "</IfModule>\n");
    for (Enhancement each :
        new Enhancement[] {
          Enhancement.HSTS, Enhancement.OCSP_STAPLING, Enhancement.UPGRADE_INSECURE_REQUESTS
        }) {
      assertThat(enhance(site, site.prepared(), each)).isTrue();
      assertThat(enhance(site, site.prepared(), each)).isFalse();
    }
    assertThat(site.read("sites-available/a.conf"))
        .isEqualTo(
            """
            <IfModule mod_ssl.c>
            SSLStaplingCache shmcb:/var/run/apache2/stapling_cache(128000)
            <VirtualHost *:443>
              ServerName a.example.com
              SSLEngine on
            Header always set Strict-Transport-Security "max-age=31536000"
            SSLUseStapling on
            Header always set Content-Security-Policy upgrade-insecure-requests
            </VirtualHost>
            </IfModule>
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Header set strict-transport-security \"max-age=1; preload\"",
        "Header always append Strict-Transport-Security includeSubDomains"
      })
  void a_header_of_the_administrator_is_left_alone(String header) {
    ApacheSite site = siteWith(SSL_HOST.replace("SSLEngine on", header));
    String before = site.readAsIs("sites-available/a.conf");
    assertThat(enhance(site, site.prepared(), Enhancement.HSTS)).isFalse();
    assertThat(site.readAsIs("sites-available/a.conf")).isEqualTo(before);
  }

  @Test
  void a_name_without_https_can_get_nothing() {
    ApacheSite site = siteWith("<VirtualHost *:80>\n ServerName a.example.com\n</VirtualHost>\n");
    ApacheServer server = site.prepared();
    assertThatThrownBy(() -> server.enhance(NAME, Enhancement.HSTS, site.paths("c2")))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("No virtual host serves a.example.com over HTTPS");
  }

  @Test
  void without_the_module_nothing_is_added_where_modules_are_not_handled() {
    ApacheSite site =
        ApacheSite.centos(directory)
            .write(
                "conf.d/a.conf",
                "<VirtualHost *:80>\n ServerName a.example.com\n</VirtualHost>\n" + SSL_HOST);
    ApacheServer server = site.prepared();
    assertThatThrownBy(() -> server.enhance(NAME, Enhancement.REDIRECT, site.paths("c2")))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("module rewrite is needed");
  }

  private ApacheSite siteWith(String content) {
    ApacheSite site = ApacheSite.debian(directory).site("a.conf", content);
    return site;
  }

  private static boolean enhance(ApacheSite site, ApacheServer server, Enhancement enhancement) {
    boolean added = server.enhance(NAME, enhancement, site.paths("c2"));
    server.save("Add enhancement", false);
    return added;
  }
}
