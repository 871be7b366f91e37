package io.github.certbot4j.cli.plugin;

import io.github.certbot4j.model.FailureException;
import java.util.Optional;

/**
 * The names of the plugins that a run is asked to use.
 *
 * @param authenticator empty when none was named
 * @param installer empty when none was named
 */
public record PluginRequest(Optional<String> authenticator, Optional<String> installer) {

  /** Nothing was named. */
  public static final PluginRequest NONE = new PluginRequest(Optional.empty(), Optional.empty());

  /**
   * Brings all options together.
   *
   * @throws FailureException when two of them name different plugins for one role
   */
  public static PluginRequest from(RequestedPlugins requested) {
    Optional<String> both = requested.configurator();
    Optional<String> authenticator = agree("authenticator", both, requested.authenticator());
    Optional<String> installer = agree("installer", both, requested.installer());
    for (String name : requested.bothRoles()) {
      authenticator = agree("authenticator", authenticator, Optional.of(name));
      installer = agree("installer", installer, Optional.of(name));
    }
    for (String name : requested.authenticators()) {
      authenticator = agree("authenticator", authenticator, Optional.of(name));
    }
    return new PluginRequest(authenticator, installer);
  }

  /** This request, with another's names for the roles it says nothing about. */
  public PluginRequest orElse(PluginRequest saved) {
    return new PluginRequest(
        authenticator.or(saved::authenticator), installer.or(saved::installer));
  }

  private static Optional<String> agree(
      String role, Optional<String> earlier, Optional<String> later) {
    if (earlier.isPresent() && later.isPresent() && !earlier.equals(later)) {
      throw FailureException.rejected(
          "Too many flags choose the " + role + ": " + earlier.get() + " and " + later.get() + ".",
          "Choose one; --authenticator and --installer choose a plugin for each role.");
    }
    return earlier.or(() -> later);
  }
}
