package io.github.certbot4j.apache;

import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.contract.PluginContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class ApachePluginTest extends PluginContract {

  @TempDir private Path directory;
  private ApacheSite site;

  @BeforeEach
  void storeProgress() throws IOException {
    site = ApacheSite.debian(directory);
    Path config = Files.createDirectories(site.directories().config());
    Files.writeString(config.resolve(".pluginstorage.json"), "{}");
  }

  @Override
  protected Plugin plugin() {
    return new ApachePlugin();
  }

  @Override
  protected PluginContext contextWithUpdates() {
    return site.context();
  }
}
