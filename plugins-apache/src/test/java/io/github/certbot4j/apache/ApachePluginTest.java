package io.github.certbot4j.apache;

import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.contract.PluginContract;

final class ApachePluginTest extends PluginContract {

  @Override
  protected Plugin plugin() {
    return new ApachePlugin();
  }
}
