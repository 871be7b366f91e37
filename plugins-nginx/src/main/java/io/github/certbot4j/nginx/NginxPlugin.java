package io.github.certbot4j.nginx;

import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.Plugin;
import java.util.List;

/** Declares the plugin's name and options. It has no role yet, and so can't be selected. */
public final class NginxPlugin implements Plugin {

  @Override
  public String name() {
    return "nginx";
  }

  @Override
  public String description() {
    return "Works with the nginx web server";
  }

  @Override
  public List<OptionSpec<?>> options() {
    return NginxOptions.all();
  }
}
