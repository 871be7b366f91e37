package io.github.certbot4j.builtin.manual;

import io.github.certbot4j.builtin.BuiltInPluginContract;
import io.github.certbot4j.spi.Plugin;

final class ManualPluginTest extends BuiltInPluginContract {

  @Override
  protected Plugin plugin() {
    return new ManualPlugin();
  }
}
