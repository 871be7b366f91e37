package io.github.certbot4j.builtin.standalone;

import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.contract.PluginContract;

final class StandalonePluginTest extends PluginContract {

  @Override
  protected Plugin plugin() {
    return new StandalonePlugin();
  }
}
