package io.github.certbot4j.cli.plugin.sample;

import io.github.certbot4j.spi.Plugin;

/** A plugin called {@code alpha}. */
public final class Alpha implements Plugin {

  @Override
  public String name() {
    return "alpha";
  }

  @Override
  public String description() {
    return "Sample alpha";
  }
}
