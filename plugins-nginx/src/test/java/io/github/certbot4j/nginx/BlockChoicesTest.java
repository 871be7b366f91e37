package io.github.certbot4j.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.DeployPaths;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which block a certificate goes into. */
final class BlockChoicesTest {

  @TempDir private Path directory;
  private Site site;

  @BeforeEach
  void makeSite() {
    site = new Site(directory);
  }

  private void deploy(String name) {
    NginxServer server = site.prepared();
    server.deploy(Site.name(name), site.lineage("c1"));
    server.save("title", false);
  }

  private Site block(String file, String listen, String names) {
    return site.write(file, "server { listen " + listen + "; server_name " + names + "; }\n");
  }

  private boolean changed(String file) {
    return site.read(file).contains("fullchain.pem; # managed by Certbot");
  }

  @Test
  void a_block_with_tls_goes_before_one_whose_name_fits_better() {
    block("sites/1", "80", "a.example.com");
    block("sites/2", "443 ssl", "*.example.com");
    block("sites/3", "443 ssl", "~^a");
    deploy("a.example.com");
    assertThat(changed("sites/1")).isFalse();
    assertThat(changed("sites/2")).isTrue();
    assertThat(changed("sites/3")).isFalse();
  }

  @Test
  void of_wildcards_the_longest_wins_and_of_equals_the_first() {
    block("sites/1", "80", "*.com");
    block("sites/2", "80", "*.example.com");
    block("sites/3", "80", "*.example.com");
    deploy("a.example.com");
    assertThat(changed("sites/1")).isFalse();
    assertThat(changed("sites/2")).isTrue();
    assertThat(changed("sites/3")).isFalse();
  }

  @Test
  void tls_on_the_same_address_counts_for_all_its_blocks() {
    site.write("sites/1", "server { listen 443; server_name a.example.com; }\n");
    block("sites/2", "*:443 ssl", "b.example.com");
    deploy("a.example.com");
    assertThat(site.read("sites/1")).contains("fullchain.pem").doesNotContain("listen 443 ssl");
  }

  @Test
  void servers_of_the_stream_module_are_none_of_ours() {
    site.write(
        "nginx.conf",
        "events {}\nstream { server { listen 443; server_name a.example.com; } }\nhttp { include sites/*; }\n");
    block("sites/1", "80", "a.example.com");
    deploy("a.example.com");
    assertThat(site.read("nginx.conf")).doesNotContain("Certbot");
    assertThat(changed("sites/1")).isTrue();
  }

  @Test
  void blocks_in_deeper_includes_and_include_loops_are_found() {
    site.write("sites/1", "include deep/*.conf;\ninclude sites/1;\n");
    site.write("deep/x.conf", "include deep/y.conf;\n");
    site.write("deep/y.conf", "server { listen 80; include deep/n.conf; }\n");
    site.write("deep/n.conf", "server_name a.example.com;\ninclude deep/n.conf;\n");
    deploy("a.example.com");
    assertThat(site.read("deep/y.conf")).contains("fullchain.pem; # managed by Certbot");
    assertThat(site.read("deep/n.conf")).doesNotContain("Certbot");
  }

  @Test
  void without_a_block_and_without_one_default_server_it_is_an_error() {
    block("sites/1", "80", "a.example.com");
    assertThatThrownBy(() -> deploy("q.example.org"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("no server block for q.example.org")
        .hasMessageContaining("server_name q.example.org;");
    block("sites/1", "80 default_server", "_");
    block("sites/2", "81 default_server", "_");
    assertThatThrownBy(() -> deploy("q.example.org")).isInstanceOf(FailureException.class);
  }

  @Test
  void the_default_server_of_the_https_port_is_the_one_that_is_copied() {
    block("sites/1", "80 default_server", "_");
    block("sites/2", "443 ssl default_server", "_");
    deploy("q.example.org");
    assertThat(site.read("sites/2")).contains("server_name q.example.org; # managed by Certbot");
    assertThat(changed("sites/1")).isFalse();
  }

  @Test
  void a_copy_of_a_default_server_that_refuses_handshakes_takes_them() {
    block("sites/1", "443 ssl default_server; ssl_reject_handshake on", "_");
    deploy("q.example.org");
    assertThat(site.read("sites/1"))
        .containsOnlyOnce("ssl_reject_handshake")
        .contains("fullchain.pem");
  }

  @Test
  void a_default_server_that_includes_its_addresses_is_not_copied() {
    site.write("inc/l", "listen 80 default_server;");
    site.write("sites/1", "server { include inc/l; server_name _; }\n");
    assertThatThrownBy(() -> deploy("q.example.org"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("inc/l");
  }

  @Test
  void of_two_certificates_the_one_with_the_same_file_is_kept_in_place() {
    String pairs =
        "server {\n    listen 443 ssl;\n    server_name a.example.com;\n"
            + "    ssl_certificate /rsa;\n    ssl_certificate_key /rsa.key;\n"
            + "    ssl_certificate "
            + site.lineage("c1").fullchain().orElseThrow()
            + ";\n    ssl_certificate_key "
            + site.lineage("c1").privkey()
            + ";\n}\n";
    site.write("sites/1", pairs);
    deploy("a.example.com");
    assertThat(site.read("sites/1"))
        .contains("    ssl_certificate /rsa;\n    ssl_certificate_key /rsa.key;\n")
        .contains("fullchain.pem; # managed by Certbot\n    ssl_certificate_key /le/live");
  }

  @Test
  void a_certificate_with_a_variable_in_its_name_is_replaced() {
    site.write(
        "sites/1",
        "server { listen 443 ssl; server_name a.example.com; ssl_certificate /s/$ssl_server_name.crt;"
            + " ssl_certificate_key \"/s/$ssl_server_name.key\"; }\n");
    deploy("a.example.com");
    assertThat(changed("sites/1")).isTrue();
    assertThat(site.read("sites/1")).doesNotContain("$ssl_server_name");
  }

  @Test
  void a_file_without_the_chain_is_not_enough() {
    block("sites/1", "80", "a.example.com");
    NginxServer server = site.prepared();
    DeployPaths whole = site.lineage("c1");
    DeployPaths bare =
        new DeployPaths(whole.cert(), whole.privkey(), whole.chain(), Optional.empty());
    assertThatThrownBy(() -> server.deploy(Site.name("a.example.com"), bare))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("--fullchain-path");
  }
}
