package io.github.certbot4j.cli.plugin.sample;

import io.github.certbot4j.spi.Plugin;

/** A plugin called {@code beta}. */
public final class Beta implements Plugin {

  @Override
  public String name() {
    return "beta";
  }

  @Override
  public String description() {
    return "Sample beta";
  }
}
