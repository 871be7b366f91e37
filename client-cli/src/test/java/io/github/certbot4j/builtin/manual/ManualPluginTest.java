package io.github.certbot4j.builtin.manual;

import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.contract.PluginContract;

final class ManualPluginTest extends PluginContract {

  @Override
  protected Plugin plugin() {
    return new ManualPlugin();
  }
}
