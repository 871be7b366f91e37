package io.github.certbot4j.cli.plugin;

import io.github.certbot4j.cli.plugin.Candidate.Role;
import io.github.certbot4j.cli.plugin.SelectedPlugins.Selected;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.PluginContext;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the plugins that a run, or one lineage of it, works with: those asked for, or those that
 * the user chooses. Only plugins that come into question are instantiated, each once.
 */
public final class PluginSelection {

  private static final Logger LOG = LoggerFactory.getLogger(PluginSelection.class);

  private static final Set<Role> AUTHENTICATOR = EnumSet.of(Role.AUTHENTICATOR);
  private static final Set<Role> INSTALLER = EnumSet.of(Role.INSTALLER);

  private final CandidatePicker picker;

  /**
   * A selection for one run or one lineage.
   *
   * @param context what plugin instances get; its options are those of the lineage
   * @param mayAsk false in non-interactive runs
   */
  public PluginSelection(PluginRegistry registry, PluginContext context, boolean mayAsk) {
    this.picker = new CandidatePicker(registry, context, mayAsk);
  }

  /**
   * Selects and prepares.
   *
   * @return with the roles of the need; for {@link PluginNeed#ROLLBACK} maybe without any
   * @throws FailureException when a plugin that is needed is missing, broken or wasn't chosen
   */
  public SelectedPlugins select(PluginNeed need, PluginRequest request) {
    SelectedPlugins selected =
        switch (need) {
          case BOTH -> forBoth(request);
          case AUTHENTICATOR -> forAuthenticator(request);
          case INSTALLER, ENHANCEMENT -> forInstaller(need, request);
          case ROLLBACK -> forRollback(request);
          case NONE -> SelectedPlugins.NONE;
        };
    if (need != PluginNeed.NONE) {
      LOG.info("Plugins selected: {}", selected.summary());
    }
    return selected;
  }

  private SelectedPlugins forBoth(PluginRequest request) {
    if (request.installer().isEmpty() && request.authenticator().isPresent()) {
      refusePureAuthenticator(request.authenticator().get());
    }
    if (request.authenticator().equals(request.installer())) {
      Set<Role> roles = EnumSet.allOf(Role.class);
      Candidate one = picker.pick(PluginNeed.BOTH, roles, request.installer());
      return new SelectedPlugins(authenticator(one), installer(one));
    }
    Candidate installer = picker.pick(PluginNeed.INSTALLER, INSTALLER, request.installer());
    Candidate authenticator =
        picker.pick(PluginNeed.AUTHENTICATOR, AUTHENTICATOR, request.authenticator());
    return new SelectedPlugins(authenticator(authenticator), installer(installer));
  }

  private void refusePureAuthenticator(String name) {
    if (!picker.named(name).has(INSTALLER)) {
      throw FailureException.rejected(
          "The plugin " + name + " can't install certificates.",
          "Use the subcommand certonly, or name a plugin that installs with --installer.");
    }
  }

  /**
   * A named installer only adds to what was asked for, so a broken one doesn't stand in the way.
   */
  private SelectedPlugins forAuthenticator(PluginRequest request) {
    Optional<Candidate> installer =
        request.installer().flatMap(name -> workingInstaller(PluginNeed.INSTALLER, name));
    Candidate authenticator =
        picker.pick(PluginNeed.AUTHENTICATOR, AUTHENTICATOR, request.authenticator());
    return new SelectedPlugins(
        authenticator(authenticator), installer.flatMap(PluginSelection::installer));
  }

  private SelectedPlugins forInstaller(PluginNeed need, PluginRequest request) {
    if (request.authenticator().isPresent()
        && !request.authenticator().equals(request.installer())) {
      LOG.warn(
          "The authenticator {} has no use here, since no certificate is asked for.",
          request.authenticator().get());
    }
    Candidate installer = picker.pick(need, INSTALLER, request.installer());
    return new SelectedPlugins(Optional.empty(), installer(installer));
  }

  private SelectedPlugins forRollback(PluginRequest request) {
    Optional<Candidate> installer =
        request.installer().isPresent()
            ? workingInstaller(PluginNeed.ROLLBACK, request.installer().get())
            : picker.ask(PluginNeed.ROLLBACK, INSTALLER);
    if (installer.isEmpty()) {
      LOG.warn("No installer is usable, so nothing is rolled back.");
    }
    return new SelectedPlugins(Optional.empty(), installer.flatMap(PluginSelection::installer));
  }

  private Optional<Candidate> workingInstaller(PluginNeed need, String name) {
    try {
      return Optional.of(picker.pick(need, INSTALLER, Optional.of(name)));
    } catch (FailureException e) {
      LOG.debug("Going on without the installer {}", name, e);
      return Optional.empty();
    }
  }

  private static Optional<Selected<Authenticator>> authenticator(Candidate candidate) {
    return Optional.of(new Selected<>(candidate.name(), candidate.authenticator()));
  }

  private static Optional<Selected<Installer>> installer(Candidate candidate) {
    return Optional.of(new Selected<>(candidate.name(), candidate.installer()));
  }
}
