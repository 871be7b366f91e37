package io.github.certbot4j.builtin.standalone;

import io.github.certbot4j.builtin.BuiltInPluginContract;
import io.github.certbot4j.spi.Plugin;

final class StandalonePluginTest extends BuiltInPluginContract {

  @Override
  protected Plugin plugin() {
    return new StandalonePlugin();
  }
}
