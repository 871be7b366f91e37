package io.github.certbot4j.cli.command;

import io.github.certbot4j.cli.host.Host;
import io.github.certbot4j.cli.plugin.FoundPlugin;
import io.github.certbot4j.cli.plugin.PluginDirectories;
import io.github.certbot4j.cli.plugin.PluginRegistry;
import io.github.certbot4j.config.OptionTable;
import io.github.certbot4j.spi.NameBoundOptions;
import io.github.certbot4j.spi.Plugin;
import java.util.ArrayList;
import java.util.List;

/**
 * The plugins of a run with the options they bring.
 *
 * @param registry finds them
 * @param descriptions all that were found
 * @param options the core's options and theirs
 */
public record PluginCatalog(
    PluginRegistry registry, List<Plugin> descriptions, OptionTable options) {

  /** Finds the built-in plugins and those in the plugin directories. */
  public static PluginCatalog of(Host host) {
    PluginRegistry registry =
        new PluginRegistry(
            PluginCatalog.class.getClassLoader(),
            PluginDirectories.of(host.home().resolve("plugins"), host.environment()));
    List<Plugin> plugins = new ArrayList<>();
    OptionTable options = OptionTable.core();
    for (FoundPlugin found : registry.all()) {
      plugins.add(found.plugin());
      options = options.with(found.plugin().options());
    }
    return new PluginCatalog(registry, List.copyOf(plugins), options);
  }

  /** New readers of those options that depend on their place among the names. */
  public List<NameBoundOptions> nameBoundOptions() {
    List<NameBoundOptions> readers = new ArrayList<>();
    for (Plugin plugin : descriptions) {
      plugin.nameBoundOptions().ifPresent(maker -> readers.add(maker.get()));
    }
    return readers;
  }
}
