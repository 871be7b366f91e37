package io.github.certbot4j.builtin.webroot;

import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.contract.PluginContract;

final class WebrootPluginTest extends PluginContract {

  @Override
  protected Plugin plugin() {
    return new WebrootPlugin();
  }
}
