package io.github.certbot4j.cli.command;

import io.github.certbot4j.cli.host.Host;
import io.github.certbot4j.cli.plugin.FoundPlugin;
import io.github.certbot4j.cli.plugin.PluginDirectories;
import io.github.certbot4j.cli.plugin.PluginRegistry;
import io.github.certbot4j.config.FurtherOptions;
import io.github.certbot4j.config.OptionTable;
import io.github.certbot4j.spi.NameBoundOptions;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.Plugin;
import java.util.ArrayList;
import java.util.List;

/**
 * The plugins of a run with the options they bring. The jars in the plugin directories are opened
 * only when somebody asks for all plugins, or for an option or a plugin that isn't built in, and
 * then first the jar that is named after the plugin: that would slow every start.
 */
public final class PluginCatalog {

  private final PluginRegistry registry;
  private final OptionTable options;

  private PluginCatalog(PluginRegistry registry) {
    this.registry = registry;
    this.options =
        OptionTable.core()
            .with(optionsOf(registry.builtIns()))
            .withFurther(new OptionsInJars(registry));
  }

  /** The built-in plugins, and those in the plugin directories when they are needed. */
  public static PluginCatalog of(List<Plugin> builtIns, Host host) {
    return new PluginCatalog(
        new PluginRegistry(
            builtIns,
            PluginCatalog.class.getClassLoader(),
            PluginDirectories.of(host.home().resolve("plugins"), host.environment())));
  }

  /** Finds the plugins. */
  public PluginRegistry registry() {
    return registry;
  }

  /** The core's options and those of all plugins. */
  public OptionTable options() {
    return options;
  }

  /** All plugins there are. */
  public List<Plugin> descriptions() {
    List<Plugin> plugins = new ArrayList<>();
    for (FoundPlugin found : registry.all()) {
      plugins.add(found.plugin());
    }
    return plugins;
  }

  /**
   * New readers of those options that depend on their place among the names; of the plugins that
   * any option was looked up of.
   */
  public List<NameBoundOptions> nameBoundOptions() {
    List<NameBoundOptions> readers = new ArrayList<>();
    for (FoundPlugin found : registry.foundSoFar()) {
      found.plugin().nameBoundOptions().ifPresent(maker -> readers.add(maker.get()));
    }
    return readers;
  }

  private static List<OptionSpec<?>> optionsOf(List<FoundPlugin> plugins) {
    List<OptionSpec<?>> options = new ArrayList<>();
    for (FoundPlugin found : plugins) {
      options.addAll(found.plugin().options());
    }
    return options;
  }

  /** The options of plugins in the plugin directories. */
  private record OptionsInJars(PluginRegistry registry) implements FurtherOptions {

    @Override
    public void lookFor(String option) {
      String words = option.replace('_', '-');
      registry.lookForOwnerOf(words.startsWith("--") ? words.substring(2) : words);
    }

    @Override
    public void lookAtAll() {
      registry.all();
    }

    @Override
    public List<OptionSpec<?>> found() {
      return optionsOf(registry.addedSoFar());
    }
  }
}
