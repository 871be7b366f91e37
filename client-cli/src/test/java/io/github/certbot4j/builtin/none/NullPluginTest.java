package io.github.certbot4j.builtin.none;

import io.github.certbot4j.builtin.BuiltInPluginContract;
import io.github.certbot4j.spi.Plugin;

final class NullPluginTest extends BuiltInPluginContract {

  @Override
  protected Plugin plugin() {
    return new NullPlugin();
  }
}
