package io.github.certbot4j.it.apache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.TestCa;
import io.github.certbot4j.it.webserver.Visitor;
import io.github.certbot4j.it.webserver.WebCa;
import io.github.certbot4j.it.webserver.WebPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A host with very many sites takes longer, but not out of proportion. */
class ApacheScaleIT {
  private static final int FEW = 250;
  private static final int FACTOR = 4;
  private static final String NAME = "site140.example.test";

  @RegisterExtension static final WebPorts PORTS = new WebPorts();
  @RegisterExtension static final TestCa CA = WebCa.trusting();
  @RegisterExtension final ApacheSite site = new ApacheSite(CA);

  @Test
  void four_times_as_many_sites_take_at_most_four_times_as_long() throws Exception {
    ApacheServer apache = site.setUp("plain");
    site.ours().certbot().issue(NAME);
    writeSites(0, FEW);
    apache.start();
    Duration few = quickestInstallation();

    writeSites(FEW, FACTOR * FEW);
    apache.ctl("graceful").succeeded();
    Duration many = quickestInstallation();

    assertThat(many).as("1000 sites, when 250 take %s", few).isLessThan(few.multipliedBy(FACTOR));
    site.ours().verb("install", "--cert-name", NAME).run().succeeded();
    assertThat(Visitor.ofTheWeb().https(NAME, "/").serial())
        .isEqualTo(site.sandbox().lineage(NAME).serial());
    if (Boolean.getBoolean("certbot4j.it.show")) {
      Files.writeString(Path.of("target", "apache-scale.txt"), few + " " + many + "\n");
    }
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

  private void writeSites(int from, int to) throws IOException {
    for (int number = from; number < to; number++) {
      String file = "site" + number + ".conf";
      FileTree.write(site.server().file("sites-available/" + file), text(number));
      Files.createSymbolicLink(
          site.server().file("sites-enabled/" + file), Path.of("../sites-available/" + file));
    }
  }

  private String text(int number) {
    return """
        <VirtualHost *:80>
            ServerName %1$s.example.test
            ServerAlias www.%1$s.example.test
            ServerAdmin webmaster@%1$s.example.test
            DocumentRoot %2$s
            DirectoryIndex index.html index.htm

            <Directory %2$s>
                Options -Indexes +FollowSymLinks
                AllowOverride None
                Require all granted
            </Directory>

            <FilesMatch "\\.(bak|orig)$">
                Require all denied
            </FilesMatch>
        </VirtualHost>
        """
        .formatted("site" + number, site.sandbox().path("www"));
  }
}
