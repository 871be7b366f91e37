package io.github.certbot4j.cli.plugin;

import io.github.certbot4j.spi.Plugin;

/**
 * A plugin's description and where it was found.
 *
 * @param plugin the description, which can make working instances
 * @param source the jar, or what else its class was loaded from
 */
public record FoundPlugin(Plugin plugin, String source) {

  public String name() {
    return plugin.name();
  }

  /**
   * The plugin for somebody who is about to have it do something. Libraries look for their services
   * with the calling thread's loader of classes, so that becomes the one that has the plugin's
   * libraries.
   */
  public Plugin forCalling() {
    Thread.currentThread().setContextClassLoader(plugin.getClass().getClassLoader());
    return plugin;
  }
}
