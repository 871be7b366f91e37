package io.github.certbot4j.workflow;

import io.github.certbot4j.config.Settings;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Installer;
import java.util.Optional;

/** Finds the plugins that a lineage or a run needs. */
public interface PluginSource {

  /**
   * Chooses an authenticator, and the installer that was asked for, and prepares them.
   *
   * @param settings with the plugin options in force
   * @throws io.github.certbot4j.model.FailureException when there is none, or it can't work
   */
  Chosen forObtaining(Settings settings);

  /**
   * Whether the authenticator that the settings name can work beside others of its kind, and no
   * installer is named; asks and prepares nothing.
   */
  boolean worksSideBySide(Settings settings);

  /**
   * The installer that the settings name, not prepared, for its regular work; empty when they name
   * none, it isn't there, or has no such work now.
   */
  Optional<Installer> updater(Settings settings);

  /**
   * The plugins chosen.
   *
   * @param settings the settings with the plugins' names put in
   */
  record Chosen(
      Settings settings, Authenticator authenticator, Optional<NamedInstaller> installer) {}

  /** An installer with the name it goes by. */
  record NamedInstaller(String name, Installer installer) {}
}
