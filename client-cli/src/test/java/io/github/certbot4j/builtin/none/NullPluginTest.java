package io.github.certbot4j.builtin.none;

import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.contract.PluginContract;

final class NullPluginTest extends PluginContract {

  @Override
  protected Plugin plugin() {
    return new NullPlugin();
  }
}
