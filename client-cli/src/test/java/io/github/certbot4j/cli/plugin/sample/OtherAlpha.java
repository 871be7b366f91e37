package io.github.certbot4j.cli.plugin.sample;

import io.github.certbot4j.spi.Plugin;

/** Another plugin called {@code alpha}. */
public final class OtherAlpha implements Plugin {

  @Override
  public String name() {
    return "alpha";
  }

  @Override
  public String description() {
    return "Another sample alpha";
  }
}
