package io.github.certbot4j.cli.plugin;

import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.PluginRole;
import java.util.Optional;

/**
 * The plugins that a run or a lineage works with, ready to be used.
 *
 * @param authenticator present when the need includes one
 * @param installer present when the need includes one, or when one was asked for and works
 */
public record SelectedPlugins(
    Optional<Selected<Authenticator>> authenticator, Optional<Selected<Installer>> installer) {

  /** No plugin. */
  public static final SelectedPlugins NONE =
      new SelectedPlugins(Optional.empty(), Optional.empty());

  /**
   * One plugin in one role.
   *
   * @param name what the settings and the renewal configuration call it
   * @param role the prepared instance; a plugin in both roles may be one object
   */
  public record Selected<R extends PluginRole>(String name, R role) {}

  /** One line for the log. */
  public String summary() {
    return "Authenticator "
        + authenticator.map(Selected::name).orElse("None")
        + ", Installer "
        + installer.map(Selected::name).orElse("None");
  }
}
