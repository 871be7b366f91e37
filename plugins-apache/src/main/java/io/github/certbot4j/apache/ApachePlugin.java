package io.github.certbot4j.apache;

import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.Plugin;
import java.util.List;

/** Declares the plugin's name and options. It has no role yet, and so can't be selected. */
public final class ApachePlugin implements Plugin {

  @Override
  public String name() {
    return "apache";
  }

  @Override
  public String description() {
    return "Works with the Apache web server";
  }

  @Override
  public List<OptionSpec<?>> options() {
    return ApacheOptions.all();
  }
}
