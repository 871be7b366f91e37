package io.github.certbot4j.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.spi.Enhancement;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManySitesTest {

  private static final int FILES = 200;
  private static final int BLOCKS = 5;

  @TempDir private Path directory;

  /** Generous, since other builds may share the machine; quadratic work would take minutes. */
  @Test
  void a_thousand_server_blocks_take_no_time_to_speak_of() {
    Site site = new Site(directory);
    for (int i = 0; i < FILES; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = 0; j < BLOCKS; j++) {
        text.append("server {\n    listen 80;\n    listen [::]:80;\n    server_name n")
            .append(i * BLOCKS + j)
            .append(".example.com;\n    location / {\n        root /srv;\n    }\n}\n");
      }
      site.write("sites/" + i, text.toString());
    }
    NginxServer server = site.server();
    Assertions.assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          server.prepare();
          for (int i = 0; i < 100; i++) {
            server.deploy(Site.name("n" + i * 10 + ".example.com"), site.lineage("c1"));
          }
          for (int i = 0; i < 100; i++) {
            server.enhance(
                Site.name("n" + i * 10 + ".example.com"), Enhancement.REDIRECT, site.lineage("c1"));
          }
          server.save("title", false);
        });
    assertThat(server.allNames()).hasSize(FILES * BLOCKS);
    assertThat(site.read("sites/198")).contains("if ($host = n990.example.com) {");
  }
}
