package io.github.certbot4j.cli.plugin.sample;

import io.github.certbot4j.spi.Plugin;

/** A plugin that came with the program. */
public final class BuiltIn implements Plugin {

  @Override
  public String name() {
    return "built-in";
  }

  @Override
  public String description() {
    return "Sample built in";
  }
}
