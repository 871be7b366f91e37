package io.github.certbot4j.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.DeployPaths;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written when a certificate is installed. */
final class DeploymentTest {

  private static final String TITLE = "Deployed ACME Certificate";
  private static final String PLAIN =
      "<VirtualHost *:80>\n    ServerName a.example.com\n    DocumentRoot /var/www/html\n"
          + "</VirtualHost>\n";
  private static final String SSL_LINES =
      """
      SSLCertificateFile DIR/le/live/c2/fullchain.pem
      SSLCertificateKeyFile DIR/le/live/c2/privkey.pem
      Include DIR/le/options-ssl-apache.conf
      """;

  private static final String HOSTS_WITH_REWRITES =
      """
      <VirtualHost *:8080>
      </VirtualHost>
      <VirtualHost 127.0.0.1:80 [::1]:80>
          ServerName a.example.com
          RewriteEngine on
          RewriteCond %{HTTPS} !=on
          RewriteCond %{HTTP_HOST} ^(.*)$
          RewriteRule ^ https://%{SERVER_NAME}%{REQUEST_URI} [R=301,L]
          RewriteRule ^/docs/(.+) http://new.example.com/$1 [R,L]
          RewriteCond %{REQUEST_URI} !^/a
          RewriteRule ^/b /c
          rewriterule ^/s "https://x/" [R]
          RewriteRule ^/short
          RewriteCond %{REQUEST_URI} ^/left
          Redirect / https://a.example.com/
      </VirtualHost>
      """;
  private static final String SIFTED_COPY =
      """
      <IfModule mod_ssl.c>
      <VirtualHost 127.0.0.1:443 [::1]:443>
          ServerName a.example.com
          RewriteEngine on
      # The rewrite rules that are commented out below lead to HTTPS. In this copy of the
      # virtual host, which is for HTTPS, they could redirect without end.

      #     RewriteCond %{HTTPS} !=on
      #     RewriteCond %{HTTP_HOST} ^(.*)$
      #     RewriteRule ^ https://%{SERVER_NAME}%{REQUEST_URI} [R=301,L]
          RewriteRule ^/docs/(.+) http://new.example.com/$1 [R,L]
          RewriteCond %{REQUEST_URI} !^/a
          RewriteRule ^/b /c
      #     rewriterule ^/s "https://x/" [R]
          RewriteRule ^/short
          RewriteCond %{REQUEST_URI} ^/left
          Redirect / https://a.example.com/

      """;

  @TempDir private Path directory;

  @Test
  void a_virtual_host_for_http_is_copied_into_a_file_of_its_own() {
    ApacheSite site = ApacheSite.debian(directory).site("a.conf", PLAIN);
    deploy(site, "a.example.com");

    assertThat(site.read("sites-available/a-le-ssl.conf"))
        .isEqualTo(
            """
            <IfModule mod_ssl.c>
            <VirtualHost *:443>
                ServerName a.example.com
                DocumentRoot /var/www/html

            """
                + SSL_LINES
                + "</VirtualHost>\n</IfModule>\n");
    assertThat(site.read("sites-available/a.conf")).isEqualTo(PLAIN);
    assertThat(site.root.resolve("sites-enabled/a-le-ssl.conf"))
        .isSymbolicLink()
        .satisfies(
            link ->
                assertThat(Files.readSymbolicLink(link))
                    .isEqualTo(site.root.resolve("sites-available/a-le-ssl.conf")));
    assertThat(site.apache.calls())
        .containsSubsequence("a2enmod socache_shmcb", "a2enmod ssl", "apache2ctl graceful");
  }

  @Test
  void a_second_run_changes_nothing_and_makes_no_checkpoint() {
    ApacheSite site = ApacheSite.debian(directory).site("a.conf", PLAIN);
    deploy(site, "a.example.com");
    String before = site.snapshot();
    ApacheServer again = site.prepared();
    again.deploy(ApacheSite.name("a.example.com"), site.paths("c2"));
    assertThat(again.save("", false)).isFalse();
    assertThat(again.save(TITLE, false)).isFalse();
    assertThat(site.snapshot()).isEqualTo(before);
  }

  @Test
  void the_certificate_of_a_virtual_host_for_https_is_replaced_where_it_stands() {
    ApacheSite site =
        ApacheSite.debian(directory)
            .site(
                "a.conf",
                """
                <IfModule mod_ssl.c>
                    <VirtualHost _default_:443>
                        ServerName a.example.com
                        SSLEngine on
                        SSLCertificateFile    /x/cert.pem
                        SSLCertificateKeyFile /x/privkey.pem
                        SSLCertificateChainFile /x/chain.pem
                        SSLProtocol all
                    </VirtualHost>
                </IfModule>
                """);
    deploy(site, "a.example.com");
    assertThat(site.read("sites-available/a.conf"))
        .isEqualTo(
            """
            <IfModule mod_ssl.c>
                <VirtualHost _default_:443>
                    ServerName a.example.com
                    SSLEngine on
                    SSLCertificateFile    DIR/le/live/c2/fullchain.pem
                    SSLCertificateKeyFile DIR/le/live/c2/privkey.pem
                    SSLProtocol all
            Include DIR/le/options-ssl-apache.conf
                </VirtualHost>
            </IfModule>
            """);
    assertThat(site.exists("sites-available/a-le-ssl.conf")).isFalse();
  }

  @Test
  void of_several_certificates_the_last_directive_is_kept() {
    ApacheSite site =
        ApacheSite.debian(directory)
            .site(
                "a.conf",
                """
                <VirtualHost *:443>
                  ServerName a.example.com
                  SSLCertificateFile /x/rsa.pem
                  SSLCertificateFile /x/ecdsa.pem
                  SSLCertificateKeyFile /x/key.pem
                </VirtualHost>
                """);
    deploy(site, "a.example.com");
    assertThat(site.read("sites-available/a.conf"))
        .contains("a.example.com\n  SSLCertificateFile DIR/le/live/c2/fullchain.pem\n")
        .doesNotContain("/x/");
  }

  @Test
  void rewrite_rules_that_lead_to_https_are_commented_out_in_the_copy() {
    ApacheSite site = ApacheSite.debian(directory).site("a.conf", HOSTS_WITH_REWRITES);
    deploy(site, "a.example.com");
    assertThat(site.read("sites-available/a-le-ssl.conf"))
        .isEqualTo(SIFTED_COPY + SSL_LINES + "</VirtualHost>\n</IfModule>\n");
  }

  @Test
  void the_only_virtual_host_is_taken_whatever_its_names_and_its_copy_gets_the_name() {
    ApacheSite site =
        ApacheSite.debian(directory)
            .site(
                "a.conf",
                "<VirtualHost *:80>\n    ServerName zz.example.com\n"
                    + "    ServerAlias yy.example.com\n</VirtualHost>\n");
    deploy(site, "a.example.com");
    assertThat(site.read("sites-available/a-le-ssl.conf"))
        .contains("\n\nServerAlias a.example.com\nSSLCertificateFile ");
    assertThat(site.read("sites-available/a.conf")).doesNotContain(" a.example.com");
  }

  @Test
  void a_nameless_virtual_host_gets_its_name_in_the_copy_only() {
    ApacheSite site =
        ApacheSite.debian(directory).site("a.conf", "<VirtualHost *>\n</VirtualHost>\n");
    deploy(site, "a.example.com");
    assertThat(site.read("sites-available/a-le-ssl.conf"))
        .contains("<VirtualHost *:443>\n\nServerName a.example.com\nSSLCertificateFile ");
    assertThat(site.read("sites-available/a.conf")).isEqualTo("<VirtualHost *>\n</VirtualHost>\n");
  }

  @Test
  void two_names_of_one_virtual_host_share_one_copy() {
    ApacheSite site =
        ApacheSite.debian(directory)
            .site(
                "a.conf",
                "<VirtualHost *:80>\n  ServerName a.example.com\n  ServerAlias b.example.com\n"
                    + "</VirtualHost>\n");
    deploy(site, "a.example.com", "b.example.com");
    assertThat(site.read("sites-available/a-le-ssl.conf").split("<VirtualHost", -1)).hasSize(2);
  }

  @Test
  void a_copy_is_added_at_the_end_of_a_file_that_is_there() {
    ApacheSite site =
        ApacheSite.debian(directory)
            .site("a.conf", PLAIN)
            .site("a-le-ssl.conf", "# mine, without line end");
    deploy(site, "a.example.com");
    assertThat(site.read("sites-available/a-le-ssl.conf"))
        .startsWith("# mine, without line end\n<IfModule mod_ssl.c>\n<VirtualHost *:443>\n")
        .endsWith(SSL_LINES + "</VirtualHost>\n</IfModule>\n");
  }

  @Test
  void the_server_listens_at_443_where_it_listens_already() {
    ApacheSite site =
        ApacheSite.debian(directory)
            .site("a.conf", PLAIN)
            .write("ports.conf", "Listen 127.0.0.1:80\n");
    deploy(site, "a.example.com");
    assertThat(site.read("ports.conf"))
        .isEqualTo(
            "Listen 127.0.0.1:80\n<IfModule mod_ssl.c>\nListen 127.0.0.1:443\n</IfModule>\n");
  }

  @Test
  void without_debians_programs_nothing_is_linked_and_listen_goes_into_the_first_file() {
    ApacheSite site = ApacheSite.centos(directory).write("conf.d/a.conf", PLAIN);
    deploy(site, "a.example.com");
    assertThat(site.read("conf/httpd.conf"))
        .isEqualTo(
            "Listen 80\nIncludeOptional conf.d/*.conf\n"
                + "<IfModule mod_ssl.c>\nListen 443\n</IfModule>\n");
    assertThat(site.exists("conf.d/a-le-ssl.conf")).isTrue();
    assertThat(site.apache.calls()).noneMatch(call -> call.startsWith("a2enmod"));
  }

  @Test
  void a_copy_that_no_pattern_covers_is_included_by_the_first_file() {
    ApacheSite site =
        ApacheSite.centos(directory)
            .write("vh/a.conf", PLAIN)
            .write("conf/httpd.conf", "Listen 80\nListen 443\nInclude vh/a.conf\n");
    deploy(site, "a.example.com");
    assertThat(site.read("conf/httpd.conf"))
        .isEqualTo("Listen 80\nListen 443\nInclude vh/a.conf\nInclude ROOT/vh/a-le-ssl.conf\n");
  }

  @Test
  void without_mod_ssl_nothing_is_changed_where_modules_are_not_handled() {
    ApacheSite site = ApacheSite.debian(directory).site("a.conf", PLAIN);
    site.options.with(ApacheOptions.APACHE_HANDLE_MODULES, "False");
    String before = site.snapshot();
    ApacheServer server = site.prepared();
    assertThatThrownBy(() -> server.deploy(ApacheSite.name("a.example.com"), site.paths("c2")))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("mod_ssl");
    server.recover();
    assertThat(site.snapshot()).isEqualTo(before);
  }

  @Test
  void older_servers_get_the_chain_in_a_file_of_its_own() {
    ApacheSite site = ApacheSite.debian(directory).site("a.conf", PLAIN);
    site.apache.version("2.4.6");
    deploy(site, "a.example.com");
    assertThat(site.read("sites-available/a-le-ssl.conf"))
        .contains("SSLCertificateFile DIR/le/live/c2/cert.pem\n")
        .contains("options-ssl-apache.conf\nSSLCertificateChainFile DIR/le/live/c2/chain.pem\n");
  }

  @Test
  void a_certificate_without_the_cas_is_refused() {
    ApacheSite site = ApacheSite.debian(directory).site("a.conf", PLAIN);
    ApacheServer server = site.prepared();
    DeployPaths bare =
        new DeployPaths(Path.of("/c.pem"), Path.of("/k.pem"), Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> server.deploy(ApacheSite.name("a.example.com"), bare))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("--fullchain-path");
  }

  private static void deploy(ApacheSite site, String... names) {
    ApacheServer server = site.prepared();
    for (String name : names) {
      server.deploy(ApacheSite.name(name), site.paths("c2"));
      assertThat(server.save("", false)).isFalse();
    }
    assertThat(server.save(TITLE, false)).isTrue();
    server.restart();
  }
}
