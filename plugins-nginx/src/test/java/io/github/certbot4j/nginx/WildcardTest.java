package io.github.certbot4j.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.DeployPaths;
import io.github.certbot4j.spi.Enhancement;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WildcardTest {

  private static final DomainName WILDCARD = DomainName.parse("*.example.com");

  @TempDir private Path directory;
  private Site site;
  private DeployPaths paths;

  @BeforeEach
  void makeSite() {
    site = new Site(directory);
    paths = site.lineage("c1");
    site.write("sites/a", "server {\n    listen 80;\n    server_name a.example.com;\n}\n");
    site.write(
        "sites/b",
        """
        server {
            listen 80;
            server_name b.example.com;
        }
        server {
            listen 443 ssl;
            server_name b.example.com;
            ssl_certificate /x;
            ssl_certificate_key /y;
        }
        server {
            listen 80;
        }
        """);
  }

  /** How the block for plain HTTP in a file is offered. */
  private String entry(String file) {
    return "File: "
        + site.root().resolve("sites").resolve(file)
        + "\nAddresses: 80\nNames: "
        + file
        + ".example.com\nHTTPS: No";
  }

  private NginxServer prepared(ScriptedDisplay user) {
    NginxServer server = site.server(user);
    server.prepare();
    return server;
  }

  @Test
  void the_user_picks_the_blocks_of_a_wildcard_certificate_once_for_each_purpose() {
    ScriptedDisplay user = ScriptedDisplay.answering(entry("a"), entry("b"));
    NginxServer server = prepared(user);
    server.deploy(WILDCARD, paths);
    server.deploy(WILDCARD, paths);
    server.enhance(WILDCARD, Enhancement.HSTS, paths);
    assertThat(server.enhance(WILDCARD, Enhancement.REDIRECT, paths)).isTrue();
    assertThat(server.enhance(WILDCARD, Enhancement.REDIRECT, paths)).isFalse();
    server.save("title", false);
    assertThat(site.read("sites/a"))
        .contains("listen 443 ssl; # managed by Certbot", "max-age=31536000");
    assertThat(site.read("sites/b"))
        .contains("    if ($host ~ ^[^.]+\\.example\\.com$) {\n")
        .doesNotContain("fullchain");
  }

  @Test
  void each_name_is_offered_once_with_what_is_needed_to_tell_blocks_apart() {
    site.write(
        "sites/a",
        "server { listen 80; listen 127.0.0.1:81; server_name a.example.com www.a.example.com; }");
    ScriptedDisplay user = ScriptedDisplay.answering(ScriptedDisplay.CANCEL);
    NginxServer server = prepared(user);
    assertThatThrownBy(() -> server.deploy(WILDCARD, paths))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("*.example.com");
    assertThat(user.shown())
        .filteredOn(text -> text.startsWith("File: "))
        .map(text -> text.replace(directory.toString(), ""))
        .containsExactly(
            "File: /etc/sites/a\nAddresses: 80, 127.0.0.1:81\n"
                + "Names: a.example.com, www.a.example.com\nHTTPS: No",
            "File: /etc/sites/b\nAddresses: 443 ssl\nNames: b.example.com\nHTTPS: Yes");
  }

  @Test
  void only_blocks_with_plain_http_are_offered_for_the_redirect() {
    ScriptedDisplay user = ScriptedDisplay.answering(entry("b"));
    NginxServer server = prepared(user);
    server.enhance(WILDCARD, Enhancement.REDIRECT, paths);
    server.save("title", false);
    assertThat(user.shown()).noneMatch(text -> text.endsWith("HTTPS: Yes"));
    assertThat(site.read("sites/b")).contains("if ($host ~ ^[^.]+\\.example\\.com$) {");
  }
}
