package org.example.certbot.files;

import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.contract.PluginContract;

final class FilesPluginTest extends PluginContract {

  @Override
  protected Plugin plugin() {
    return new FilesPlugin();
  }
}
