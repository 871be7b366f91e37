package io.github.certbot4j.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.nginx.load.ConfigTree;
import io.github.certbot4j.nginx.vhost.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OfferedServerNamesTest {

  @TempDir private Path root;

  @Test
  void the_machine_s_name_and_names_of_public_addresses_are_offered() throws IOException {
    Files.writeString(
        root.resolve("nginx.conf"),
        "http { server { listen 203.0.113.7:80; listen 10.0.0.1; listen unix:/x; server_name"
            + " $hostname; } }");
    OfferedServerNames names =
        new OfferedServerNames(
            asked -> {
              assertThat(asked).isEqualTo(Set.of("203.0.113.7"));
              return Map.of("203.0.113.7", "seven.example.org");
            },
            () -> "Machine.example.com");
    assertThat(names.of(new Servers(ConfigTree.of(root))))
        .extracting(Object::toString)
        .containsExactly("machine.example.com", "seven.example.org");
  }
}
