package io.github.certbot4j.dns.rfc2136;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certbot4j.dns.contract.Bench;
import io.github.certbot4j.dns.contract.ServicePage;
import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.contract.PluginContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the plugin says about itself; what it does is tried with BIND in the integration tests. */
final class Rfc2136PluginTest extends PluginContract {

  @Override
  protected Plugin plugin() {
    return new Rfc2136Plugin();
  }

  @Test
  void it_works_side_by_side_unless_it_has_to_ask_for_credentials(@TempDir Path directory) {
    Rfc2136Plugin plugin = new Rfc2136Plugin();
    Bench bench = new Bench(directory);
    assertThat(plugin.worksSideBySide(bench.context().options())).isFalse();
    bench.option(plugin, "credentials", "/etc/rfc2136.ini");
    assertThat(plugin.worksSideBySide(bench.context().options())).isTrue();
  }

  @Test
  void its_page_in_the_documentation_is_up_to_date() throws IOException {
    ServicePage.mustBeUpToDate(new Rfc2136Plugin());
  }
}
