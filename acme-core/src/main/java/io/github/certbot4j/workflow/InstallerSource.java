package io.github.certbot4j.workflow;

import io.github.certbot4j.config.Settings;
import io.github.certbot4j.model.FailureException;
import java.util.Optional;

/** Finds the installer for a verb that works on a server's configuration. */
@FunctionalInterface
public interface InstallerSource {

  /**
   * Chooses an installer by the settings or by asking, and prepares it; empty only for a verb that
   * can do without.
   *
   * @throws FailureException when there is none, or it can't work
   */
  Optional<PluginSource.NamedInstaller> choose(Settings settings);

  /** Chooses an installer for a verb that can't do without. */
  default PluginSource.NamedInstaller require(Settings settings) {
    return choose(settings)
        .orElseThrow(
            () ->
                FailureException.rejected(
                    "No installer was chosen.", "Name one with --installer."));
  }
}
