package io.github.certbot4j.builtin;

import io.github.certbot4j.builtin.manual.ManualPlugin;
import io.github.certbot4j.builtin.none.NullPlugin;
import io.github.certbot4j.builtin.standalone.StandalonePlugin;
import io.github.certbot4j.builtin.webroot.WebrootPlugin;
import io.github.certbot4j.spi.Plugin;
import java.util.List;

/**
 * The plugins that are part of the program. They aren't registered as those in jars are: every run
 * needs their descriptions, and no run should open a jar for what is known when it is built.
 */
public final class BuiltInPlugins {

  private BuiltInPlugins() {}

  /** New descriptions of all of them. */
  public static List<Plugin> all() {
    return List.of(
        new ManualPlugin(), new NullPlugin(), new StandalonePlugin(), new WebrootPlugin());
  }
}
