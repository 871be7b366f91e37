package io.github.certbot4j.dns.rfc2136;

import io.github.certbot4j.dns.contract.ServicePage;
import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.contract.PluginContract;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the plugin says about itself; what it does is tried with BIND in the integration tests. */
final class Rfc2136PluginTest extends PluginContract {

  @Override
  protected Plugin plugin() {
    return new Rfc2136Plugin();
  }

  @Test
  void its_page_in_the_documentation_is_up_to_date() throws IOException {
    ServicePage.mustBeUpToDate(new Rfc2136Plugin());
  }
}
