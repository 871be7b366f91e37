package io.github.certbot4j.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Enhancement;
import io.github.certbot4j.spi.SharedOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for typical sites. The original writes the same directives and markers. */
final class SamplesTest {

  private static final String TLS =
      """
          ssl_certificate /le/live/c1/fullchain.pem; # managed by Certbot
          ssl_certificate_key /le/live/c1/privkey.pem; # managed by Certbot
          include /le/options-ssl-nginx.conf; # managed by Certbot
          ssl_dhparam /le/ssl-dhparams.pem; # managed by Certbot
      """;

  private static final String PLAIN =
      """
      server {
          listen 80;
          server_name a.example.com;
          root /srv/a;
      }
      """;

  @TempDir private Path directory;
  private Site site;

  @BeforeEach
  void makeSite() {
    site = new Site(directory);
  }

  private String installed(String before, String... names) {
    return installed(before, true, names);
  }

  private String installed(String before, boolean redirect, String... names) {
    site.write("sites/x", before);
    NginxServer server = site.prepared();
    DeployPaths paths = site.lineage("c1");
    for (String name : names) {
      server.deploy(Site.name(name), paths);
      server.save("", false);
    }
    server.save("Deployed ACME Certificate", false);
    if (redirect) {
      for (String name : names) {
        assertThat(server.enhance(Site.name(name), Enhancement.REDIRECT, paths)).isTrue();
      }
      server.save("Add enhancement redirect", false);
    }
    return site.read("sites/x");
  }

  @Test
  void a_plain_block_gets_tls_and_a_redirecting_neighbour() {
    assertThat(installed(PLAIN, "a.example.com"))
        .isEqualTo(
            """
            server {
                server_name a.example.com;
                root /srv/a;

                listen 443 ssl; # managed by Certbot
            """
                + TLS
                + """
                }
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
  void a_site_on_one_socket_for_both_versions_of_ip_gets_tls_for_both() {
    String both = PLAIN.replace("listen 80;", "listen [::]:80 ipv6only=off;");

    assertThat(installed(both, false, "a.example.com"))
        .contains(
            "    listen [::]:443 ssl ipv6only=on; # managed by Certbot\n"
                + "    listen 443 ssl; # managed by Certbot\n");
  }

  @Test
  void without_redirect_it_goes_on_to_speak_plain_http() {
    assertThat(installed(PLAIN, false, "a.example.com"))
        .isEqualTo(
            PLAIN.replace("}\n", "\n    listen 443 ssl; # managed by Certbot\n" + TLS + "}\n"));
  }

  @Test
  void a_second_installation_changes_nothing() {
    String once = installed(PLAIN, "a.example.com");
    NginxServer server = site.prepared();
    server.deploy(Site.name("a.example.com"), site.lineage("c1"));
    assertThat(server.enhance(Site.name("a.example.com"), Enhancement.REDIRECT, site.lineage("c1")))
        .isFalse();
    assertThat(server.save("again", false)).isFalse();
    assertThat(site.read("sites/x")).isEqualTo(once);
  }

  @Test
  void ipv6_gets_an_address_of_its_own() {
    String before =
        "server { listen 80 default_server; listen [::]:80 default_server; server_name a.example.com; }";
    assertThat(installed(before, false, "a.example.com"))
        .contains(
            "listen [::]:443 ssl ipv6only=on; # managed by Certbot\n",
            "listen 443 ssl; # managed by Certbot\n")
        .startsWith(before.substring(0, before.length() - 2));
  }

  @Test
  void a_block_that_does_not_say_where_it_listens_keeps_port_80() {
    assertThat(installed("server {\n  server_name a.example.com;\n}\n", false, "a.example.com"))
        .isEqualTo(
            "server {\n  server_name a.example.com;\n\n  listen 80; # managed by Certbot\n"
                + "  listen 443 ssl; # managed by Certbot\n"
                + TLS.replace("    ", "  ")
                + "}\n");
  }

  @Test
  void a_socket_option_that_another_block_sets_is_not_set_twice() {
    site.options.with(SharedOptions.HTTPS_PORT, 8443);
    site.write(
        "sites/other", "server { listen [::]:8443 ssl ipv6only=on; server_name o.example.com; }");
    assertThat(
            installed(
                "server { listen [::]:80; server_name a.example.com; }", false, "a.example.com"))
        .contains("listen [::]:8443 ssl; # managed by Certbot\n")
        .doesNotContain("listen 8443");
  }

  @Test
  void an_ipv6_socket_that_takes_ipv4_too_is_followed_by_addresses_for_both() {
    assertThat(
            installed(
                "server { listen [::]:80 ipv6only=off; server_name a.example.com; }",
                false,
                "a.example.com"))
        .contains("listen [::]:443 ssl ipv6only=on;", "listen 443 ssl;");
  }

  @Test
  void several_names_of_one_block_are_redirected_one_by_one() {
    String after =
        installed(
            "server {\n\tlisten 80;\n\tserver_name a.example.com b.example.com;\n}\n",
            "a.example.com",
            "b.example.com");
    assertThat(after)
        .endsWith(
            "}\nserver {\n"
                + "\tif ($host = b.example.com) {\n\t\treturn 301 https://$host$request_uri;\n"
                + "\t} # managed by Certbot\n"
                + "\tif ($host = a.example.com) {\n\t\treturn 301 https://$host$request_uri;\n"
                + "\t} # managed by Certbot\n"
                + "\tlisten 80;\n\tserver_name a.example.com b.example.com;\n"
                + "\treturn 404; # managed by Certbot\n}\n");
  }

  @Test
  void blocks_that_are_apart_already_get_only_what_is_missing() {
    String http =
        "server {\n    listen 80;\n    server_name a.example.com;\n    return 302 /x;\n}\n";
    String https =
        """
        server {
            listen 443 ssl;
            server_name a.example.com;
            ssl_certificate     /x/cert.pem; # mine
            ssl_certificate_key /x/key.pem;
            ssl_protocols TLSv1.2;
        }
        """;
    assertThat(installed(http + https, "a.example.com"))
        .isEqualTo(
            http.replace(
                    "{\n",
                    """
                {
                    if ($host = a.example.com) {
                        return 301 https://$host$request_uri;
                    } # managed by Certbot
                """)
                + """
                server {
                    listen 443 ssl;
                    server_name a.example.com;
                    ssl_certificate /le/live/c1/fullchain.pem; # managed by Certbot
                    # mine
                    ssl_certificate_key /le/live/c1/privkey.pem; # managed by Certbot
                    ssl_protocols TLSv1.2;
                }
                """);
  }

  @Test
  void names_without_a_block_share_a_copy_of_the_default_server() {
    String before =
        """
        server {
            listen 80 default_server backlog=128;
            listen [::]:80 default_server ipv6only=on;
            server_name _;
            location / { return 200 hi; }
        }
        """;
    assertThat(installed(before, "a.example.com", "b.example.com"))
        .isEqualTo(
            before
                + """
                server {
                    server_name a.example.com b.example.com; # managed by Certbot
                    location / { return 200 hi; }

                    listen [::]:443 ssl ipv6only=on; # managed by Certbot
                    listen 443 ssl; # managed by Certbot
                """
                + TLS
                + """
                }
                server {
                    if ($host = b.example.com) {
                        return 301 https://$host$request_uri;
                    } # managed by Certbot
                    if ($host = a.example.com) {
                        return 301 https://$host$request_uri;
                    } # managed by Certbot
                    listen 80;
                    listen [::]:80;
                    server_name a.example.com b.example.com;
                    return 404; # managed by Certbot
                }
                """);
  }

  @Test
  void settings_that_the_options_repeat_become_comments() {
    String after =
        installed(
            PLAIN.replace(
                "root /srv/a;",
                "ssl_protocols TLSv1.2 TLSv1.3; # keep\n    ssl_session_tickets off;"),
            false,
            "a.example.com");
    assertThat(after)
        .contains(
            "    # ssl_protocols TLSv1.2 TLSv1.3; # duplicated in /le/options-ssl-nginx.conf # keep\n"
                + "    # ssl_session_tickets off; # duplicated in /le/options-ssl-nginx.conf\n");
  }

  @Test
  void settings_that_contradict_the_options_are_an_error_and_nothing_is_written() {
    String before = PLAIN.replace("root /srv/a;", "ssl_session_cache shared:SSL:1m;");
    assertThatThrownBy(() -> installed(before, "a.example.com"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("ssl_session_cache shared:le_nginx_SSL:10m")
        .hasMessageContaining("ssl_session_cache shared:SSL:1m")
        .hasMessageContaining("sites/x");
    assertThat(site.read("sites/x")).isEqualTo(before);
  }

  @Test
  void a_name_in_an_included_file_is_copied_to_the_http_block() {
    site.write("inc/name.conf", "server_name a.example.com;\n");
    String after =
        installed("server {\n    listen 80;\n    include inc/name.conf;\n}\n", "a.example.com");
    assertThat(after).contains("    listen 80;\n    server_name a.example.com;\n    return 404;");
    assertThat(site.read("inc/name.conf")).isEqualTo("server_name a.example.com;\n");
  }

  @Test
  void names_of_the_block_and_of_included_files_are_copied() {
    site.write("inc/name.conf", "server_name \"~^(?<x>w+)\\.a\\.example$\" b.example.com '';\n");
    String after =
        installed(
            "server {\n    listen 80;\n    server_name a.example.com b.example.com;\n"
                + "    include inc/name.conf;\n}\n",
            "a.example.com");
    assertThat(after)
        .contains(
            "    server_name a.example.com b.example.com;\n"
                + "    server_name \"~^(?<x>w+)\\\\.a\\\\.example$\" \"\";\n    return 404;");
  }

  @Test
  void a_comment_never_swallows_what_follows() {
    String after =
        installed(
            "server {\n    # c1\n    listen 80; server_name a.example.com; # c2\n} # c3",
            "a.example.com");
    assertThat(after).contains("    # c1\n    server_name a.example.com; # c2\n");
    assertThat(after).contains("} # c3\nserver {\n");
  }

  @Test
  void line_ends_are_kept() {
    String after = installed(PLAIN.replace("\n", "\r\n"), "a.example.com");
    assertThat(after.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
  }

  @Test
  void bytes_of_unknown_encodings_are_kept() {
    String before =
        PLAIN.replace("root /srv/a;", "# \u00ff\u00fe\u0080\n    add_header X-Y \"\u00fc\";");
    assertThat(installed(before, "a.example.com"))
        .contains("    # \u00ff\u00fe\u0080\n    add_header X-Y \"\u00fc\";\n");
  }
}
