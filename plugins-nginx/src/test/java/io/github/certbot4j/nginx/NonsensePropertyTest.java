package io.github.certbot4j.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.nginx.load.ConfigTree;
import io.github.certbot4j.nginx.parse.ByteText;
import io.github.certbot4j.nginx.vhost.BlockChoice;
import io.github.certbot4j.nginx.vhost.Headers;
import io.github.certbot4j.nginx.vhost.Redirects;
import io.github.certbot4j.nginx.vhost.ServerBlock;
import io.github.certbot4j.nginx.vhost.Servers;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What nginx would refuse is refused or survived, never a crash. */
final class NonsensePropertyTest {

  private static final List<String> SCRAPS =
      List.of(
          "server {",
          "http {",
          "}",
          "listen;",
          "listen [;",
          "listen [::;",
          "listen [x:y]:z ssl;",
          "listen 80 default_server;",
          "listen :;",
          "listen 1-;",
          "listen -;",
          "listen 99999999999;",
          "listen unix:;",
          "listen 443 ssl;",
          "server_name;",
          "server_name ~;",
          "server_name ~(;",
          "server_name \"\" . .. *. .* * a.example.com;",
          "include;",
          "include nginx.conf;",
          "include \"\\0\";",
          "include *;",
          "include [;",
          "ssl on;",
          "ssl;",
          "pid;",
          "add_header;",
          "add_header Strict-Transport-Security;",
          "server_names_hash_bucket_size x;",
          "if ($host = a.example.com) {",
          "return 301;",
          "ssl_certificate;",
          "#",
          "'",
          "\n",
          " ",
          "\u0000");

  @Property(tries = 1500)
  void nonsense_is_survived(@ForAll("scraps") String text) throws IOException {
    Path root = Files.createTempDirectory("nonsense");
    try {
      Files.write(root.resolve("nginx.conf"), ByteText.bytes("http {" + text + "}"));
      ConfigTree tree = ConfigTree.of(root);
      use(tree, new Servers(tree));
      assertThat(tree.files()).hasSize(1);
    } catch (FailureException e) {
      assertThat(e.getMessage()).contains(root.toString()).doesNotContain("\n");
    } finally {
      Files.delete(root.resolve("nginx.conf"));
      Files.delete(root);
    }
  }

  private static void use(ConfigTree tree, Servers servers) {
    BlockChoice choice = new BlockChoice(ScriptedDisplay.unattended());
    MasterProcess.of(tree, "");
    new OfferedServerNames(addresses -> Map.of(), () -> "").of(servers);
    for (ServerBlock block : choice.forTls(Site.name("a.example.com"), servers)) {
      new Headers(tree, servers, "include x;").add(block, Headers.Header.STRICT_TRANSPORT_SECURITY);
    }
    for (ServerBlock block : choice.forRedirect(Site.name("a.example.com"), servers)) {
      new Redirects(servers, "include x;").add(block, Site.name("a.example.com"));
    }
  }

  @Provide
  Arbitrary<String> scraps() {
    return Arbitraries.of(SCRAPS)
        .list()
        .ofMaxSize(12)
        .map(parts -> "server {" + String.join(" ", parts) + " server_name a.example.com; }");
  }
}
