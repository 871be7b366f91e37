package io.github.certbot4j.it.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.webserver.Visitor;
import io.github.certbot4j.it.webserver.WebCa;
import io.github.certbot4j.it.webserver.WebPorts;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A host with very many sites takes longer, but not out of proportion. */
class NginxScaleIT {
  private static final int BLOCKS_PER_FILE = 5;
  private static final int FEW_FILES = 50;
  private static final int FACTOR = 4;
  private static final String NAME = "site3.file40.example.test";

  @RegisterExtension static final WebPorts PORTS = new WebPorts();
  @RegisterExtension static final TestCa CA = WebCa.trusting();
  @RegisterExtension final NginxSite site = new NginxSite(CA);

  @Test
  void four_times_as_many_sites_take_at_most_four_times_as_long() throws Exception {
    site.ours().certbot().issue(NAME);
    writeFiles(0, FEW_FILES);
    site.server().start();
    Duration few = quickestInstallation();

    writeFiles(FEW_FILES, FACTOR * FEW_FILES);
    site.server().reload();
    Duration many = quickestInstallation();

    assertThat(many).as("1000 sites, when 250 take %s", few).isLessThan(few.multipliedBy(FACTOR));
    site.ours().verb("install", "--cert-name", NAME).run().succeeded();
    assertThat(Visitor.ofTheWeb().https(NAME, "/").serial())
        .isEqualTo(site.sandbox().lineage(NAME).serial());
  }

  private Duration quickestInstallation() {
    Duration quickest = Duration.ofDays(1);
    for (int i = 0; i < 2; i++) {
      long begin = System.nanoTime();
      site.ours().verb("install", "--cert-name", NAME).run().succeeded();
      Duration taken = Duration.ofNanos(System.nanoTime() - begin);
      quickest = taken.compareTo(quickest) < 0 ? taken : quickest;
      site.ours().rollback(100).run().succeeded();
    }
    return quickest;
  }

  private void writeFiles(int from, int to) {
    for (int file = from; file < to; file++) {
      StringBuilder text = new StringBuilder();
      for (int block = 0; block < BLOCKS_PER_FILE; block++) {
        text.append(block(file, block));
      }
      site.server().site("file" + file, text.toString());
    }
  }

  private static String block(int file, int block) {
    String name = "site" + block + ".file" + file + ".example.test";
    return """
    server {
        listen 80;
        listen [::]:80;
        server_name %1$s www.%1$s;
        root /srv/%1$s;
        index index.html index.htm;

        location / {
            try_files $uri $uri/ =404;
        }
        location ~ \\.php$ {
            return 200 "%1$s"; # instead of the real thing
        }
        location ~ /\\.ht {
            deny all;
        }
    }
    """
        .formatted(name);
  }
}
