package io.github.certbot4j.nginx;

import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.contract.PluginContract;

final class NginxPluginTest extends PluginContract {

  @Override
  protected Plugin plugin() {
    return new NginxPlugin();
  }
}
