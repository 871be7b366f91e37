package io.github.certbot4j.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Enhancement;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnhancementsTest {

  private static final String HTTP =
      "server {\n    listen 80;\n    server_name a.example.com;\n}\n";
  private static final String HTTPS =
      "server {\n    listen 443 ssl;\n    server_name a.example.com;\n    ssl_certificate /x;\n"
          + "    ssl_certificate_key /y;\n}\n";

  @TempDir private Path directory;
  private Site site;

  @BeforeEach
  void makeSite() {
    site = new Site(directory);
  }

  private boolean enhance(Enhancement enhancement) {
    NginxServer server = site.prepared();
    boolean added = server.enhance(Site.name("a.example.com"), enhancement, site.lineage("c1"));
    server.save("Add enhancement", false);
    return added;
  }

  private String enhanced(String before, Enhancement enhancement) {
    site.write("sites/x", before);
    assertThat(enhance(enhancement)).isTrue();
    String after = site.read("sites/x");
    assertThat(enhance(enhancement)).as("again").isFalse();
    assertThat(site.read("sites/x")).isEqualTo(after);
    return after;
  }

  @Test
  void strict_transport_security_goes_into_the_block_with_tls() {
    assertThat(enhanced(HTTP + HTTPS, Enhancement.HSTS))
        .isEqualTo(
            HTTP
                + HTTPS.replace(
                    "}\n",
                    "\n    add_header Strict-Transport-Security \"max-age=31536000\" always;"
                        + " # managed by Certbot\n}\n"));
  }

  @Test
  void insecure_requests_are_upgraded() {
    assertThat(enhanced(HTTPS, Enhancement.UPGRADE_INSECURE_REQUESTS))
        .isEqualTo(
            HTTPS.replace(
                "}\n",
                "\n    add_header Content-Security-Policy upgrade-insecure-requests always;"
                    + " # managed by Certbot\n}\n"));
  }

  @Test
  void another_content_security_policy_does_not_count_as_an_upgrade() {
    String own = "    add_header Content-Security-Policy \"default-src 'self'\";\n";
    assertThat(enhanced(HTTPS.replace("}\n", own + "}\n"), Enhancement.UPGRADE_INSECURE_REQUESTS))
        .contains(own, "add_header Content-Security-Policy upgrade-insecure-requests always;");
  }

  @Test
  void a_policy_that_upgrades_already_is_enough() {
    String own =
        "    add_header content-security-policy \"default-src 'self'; Upgrade-Insecure-Requests\";\n";
    site.write("sites/x", HTTPS.replace("}\n", own + "}\n"));
    assertThat(enhance(Enhancement.UPGRADE_INSECURE_REQUESTS)).isFalse();
  }

  @Test
  void a_header_that_is_there_in_a_location_or_an_included_file_is_not_added() {
    site.write("inc/h", "location /y { add_header strict-transport-security max-age=1; }");
    site.write(
        "sites/x", HTTPS.replace("}\n", "    location / {\n        include inc/h;\n    }\n}\n"));
    assertThat(enhance(Enhancement.HSTS)).isFalse();
  }

  @Test
  void a_block_with_both_is_divided_so_that_plain_http_gets_no_header() {
    String both =
        """
        server {
            listen 80;
            listen 443 ssl;
            server_name a.example.com;
            ssl_certificate /x;
            ssl_certificate_key /y;
            root /srv;
        }
        """;
    assertThat(enhanced(both, Enhancement.HSTS))
        .isEqualTo(
            """
            server {
                listen 443 ssl;
                server_name a.example.com;
                ssl_certificate /x;
                ssl_certificate_key /y;
                root /srv;

                add_header Strict-Transport-Security "max-age=31536000" always; # managed by Certbot
            }
            server {
                listen 80;
                server_name a.example.com;
                root /srv;
            }
            """);
  }

  @Test
  void a_block_without_tls_gets_it_with_the_certificate() {
    assertThat(enhanced(HTTP, Enhancement.HSTS))
        .contains("listen 443 ssl;", "/le/live/c1/fullchain.pem;", "max-age=31536000");
  }

  @Test
  void names_of_one_block_get_it_together() {
    site.write("sites/x", HTTPS.replace("a.example.com", "a.example.com b.example.com"));
    NginxServer server = site.prepared();
    for (Enhancement enhancement : List.of(Enhancement.HSTS, Enhancement.OCSP_STAPLING)) {
      for (String name : List.of("a.example.com", "b.example.com")) {
        assertThat(server.enhance(Site.name(name), enhancement, site.lineage("c1"))).isTrue();
      }
      assertThat(server.enhance(Site.name("a.example.com"), enhancement, site.lineage("c1")))
          .isFalse();
    }
    server.save("title", false);
    assertThat(site.read("sites/x")).containsOnlyOnce("Strict-Transport-Security");
  }

  @Test
  void ocsp_answers_are_stapled() {
    assertThat(enhanced(HTTPS, Enhancement.OCSP_STAPLING))
        .isEqualTo(
            HTTPS.replace(
                "}\n",
                """

                    ssl_trusted_certificate /le/live/c1/chain.pem; # managed by Certbot
                    ssl_stapling on; # managed by Certbot
                    ssl_stapling_verify on; # managed by Certbot
                }
                """));
  }

  @Test
  void other_settings_for_stapling_are_an_error() {
    String before = HTTPS.replace("}\n", "    ssl_stapling off;\n}\n");
    site.write("sites/x", before);
    assertThatThrownBy(() -> enhance(Enhancement.OCSP_STAPLING))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("'ssl_stapling on;'")
        .hasMessageContaining("'ssl_stapling off;'")
        .hasMessageContaining("a.example.com");
    assertThat(site.read("sites/x")).isEqualTo(before);
  }

  @Test
  void stapling_needs_the_certificates_of_the_ca() {
    site.write("sites/x", HTTPS);
    NginxServer server = site.prepared();
    DeployPaths whole = site.lineage("c1");
    DeployPaths bare =
        new DeployPaths(whole.cert(), whole.privkey(), Optional.empty(), whole.fullchain());
    assertThatThrownBy(
            () -> server.enhance(Site.name("a.example.com"), Enhancement.OCSP_STAPLING, bare))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("--chain-path");
  }

  @Test
  void a_name_that_no_block_serves_is_an_error() {
    site.write("sites/x", HTTPS.replace("a.example.com", "b.example.com"));
    assertThatThrownBy(() -> enhance(Enhancement.HSTS))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("server_name a.example.com;");
  }

  @Test
  void where_nothing_is_served_by_plain_http_there_is_nothing_to_redirect() {
    site.write("sites/x", HTTPS);
    assertThat(enhance(Enhancement.REDIRECT)).isTrue();
    assertThat(site.read("sites/x")).isEqualTo(HTTPS);
  }

  @Test
  void the_redirect_is_put_in_front_of_the_users_own_directives() {
    assertThat(enhanced(HTTP + HTTPS, Enhancement.REDIRECT))
        .startsWith(
            "server {\n    if ($host = a.example.com) {\n"
                + "        return 301 https://$host$request_uri;\n    } # managed by Certbot\n"
                + "    listen 80;\n");
  }

  @Test
  void the_users_own_redirect_is_left_alone() {
    String own = "    if ($host  =  a.example.com) { return 301 https://$host$request_uri; }\n";
    site.write("sites/x", HTTP.replace("}\n", own + "}\n") + HTTPS);
    assertThat(enhance(Enhancement.REDIRECT)).isFalse();
  }

  @Test
  void another_block_for_the_same_condition_is_an_error() {
    String own = "    if ($host = a.example.com) { return 302 /x; }\n";
    site.write("sites/x", HTTP.replace("}\n", own + "}\n") + HTTPS);
    assertThatThrownBy(() -> enhance(Enhancement.REDIRECT))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("if ($host = a.example.com)")
        .hasMessageContaining("sites/x");
  }

  @Test
  void addresses_for_http3_and_local_sockets_stay_with_the_block_for_tls() {
    String both =
        """
        server {
            listen 80;
            listen unix:/run/x.sock;
            listen 443 quic reuseport;
            listen 443 ssl;
            http2 on;
            server_name a.example.com;
            ssl_certificate /x;
            ssl_certificate_key /y;
        }
        """;
    assertThat(enhanced(both, Enhancement.REDIRECT))
        .isEqualTo(
            both.replace("    listen 80;\n", "")
                + """
                server {
                    if ($host = a.example.com) {
                        return 301 https://$host$request_uri;
                    } # managed by Certbot
                    listen 80;
                    server_name a.example.com;
                    return 404; # managed by Certbot
                }
                """);
  }

  @Test
  void a_block_whose_plain_addresses_are_in_an_included_file_is_not_divided() {
    site.write("inc/l", "listen 80;\n").write("inc/k", "include inc/l;\n");
    site.write("sites/x", HTTPS.replace("{\n", "{\n    include inc/k;\n"));
    assertThatThrownBy(() -> enhance(Enhancement.REDIRECT))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("inc/l");
  }
}
