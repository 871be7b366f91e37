package org.example.certbot.list;

import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.contract.PluginContract;

final class ListPluginTest extends PluginContract {

  @Override
  protected Plugin plugin() {
    return new ListPlugin();
  }
}
