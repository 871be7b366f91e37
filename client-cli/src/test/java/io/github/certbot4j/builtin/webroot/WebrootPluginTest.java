package io.github.certbot4j.builtin.webroot;

import io.github.certbot4j.builtin.BuiltInPluginContract;
import io.github.certbot4j.spi.Plugin;

final class WebrootPluginTest extends BuiltInPluginContract {

  @Override
  protected Plugin plugin() {
    return new WebrootPlugin();
  }
}
