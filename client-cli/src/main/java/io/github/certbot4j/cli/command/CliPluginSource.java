package io.github.certbot4j.cli.command;

import io.github.certbot4j.cli.plugin.FoundPlugin;
import io.github.certbot4j.cli.plugin.PluginNeed;
import io.github.certbot4j.cli.plugin.PluginRequest;
import io.github.certbot4j.cli.plugin.PluginSelection;
import io.github.certbot4j.cli.plugin.RequestedPlugins;
import io.github.certbot4j.cli.plugin.SelectedPlugins;
import io.github.certbot4j.config.GeneralOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.PluginOptions;
import io.github.certbot4j.config.Setting;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.deploy.WantedEnhancements;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.workflow.InstallerSource;
import io.github.certbot4j.workflow.PluginSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses plugins by the options, as given by the user or stored with a lineage. */
final class CliPluginSource implements PluginSource, InstallerSource {

  private final RunContext context;
  private final PluginNeed need;

  /** Null until it is asked for. */
  private PluginRequest givenInThisRun;

  CliPluginSource(RunContext context) {
    this.context = context;
    this.need =
        switch (context.verb()) {
          case RUN -> PluginNeed.BOTH;
          case CERTONLY, RENEW -> PluginNeed.AUTHENTICATOR;
          case INSTALL -> PluginNeed.INSTALLER;
          case ENHANCE -> PluginNeed.ENHANCEMENT;
          case ROLLBACK -> PluginNeed.ROLLBACK;
          default -> PluginNeed.NONE;
        };
  }

  @Override
  public Optional<NamedInstaller> choose(Settings settings) {
    return select(settings)
        .installer()
        .map(selected -> new NamedInstaller(selected.name(), selected.role()));
  }

  @Override
  public Chosen forObtaining(Settings settings) {
    SelectedPlugins selected = select(settings);
    // Options that get into each other's way are found here, and not when the certificate is there.
    context.plugins().options().optionsSoFar();
    SelectedPlugins.Selected<Authenticator> authenticator =
        selected
            .authenticator()
            .orElseThrow(() -> FailureException.rejected("No authenticator.", "Name one with -a."));
    Settings complete =
        settings
            .with(PluginOptions.AUTHENTICATOR, authenticator.name(), Origin.DERIVED)
            .markedAsSet(PluginOptions.AUTHENTICATOR);
    if (selected.installer().isEmpty()) {
      return new Chosen(
          complete.without(PluginOptions.INSTALLER), authenticator.role(), Optional.empty());
    }
    SelectedPlugins.Selected<Installer> installer = selected.installer().get();
    if (need == PluginNeed.BOTH) {
      WantedEnhancements.withInstallation(settings).requireSupport(installer.role());
    }
    return new Chosen(
        complete
            .with(PluginOptions.INSTALLER, installer.name(), Origin.DERIVED)
            .markedAsSet(PluginOptions.INSTALLER),
        authenticator.role(),
        Optional.of(new NamedInstaller(installer.name(), installer.role())));
  }

  @Override
  public boolean worksSideBySide(Settings settings) {
    PluginRequest request = request(settings);
    return request.installer().isEmpty()
        && request
            .authenticator()
            .flatMap(this::plugin)
            .map(plugin -> plugin.worksSideBySide(settings))
            .orElse(false);
  }

  private Optional<Plugin> plugin(String name) {
    return context.plugins().registry().find(name).map(FoundPlugin::plugin);
  }

  @Override
  public Optional<Installer> updater(Settings settings) {
    // Asked of every lineage, while what the user asks for is the same for all.
    if (givenInThisRun == null) {
      givenInThisRun = given(context.settings());
    }
    Optional<FoundPlugin> found =
        givenInThisRun
            .orElse(saved(settings))
            .installer()
            .flatMap(context.plugins().registry()::find);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Plugin plugin = found.get().forCalling();
    PluginContext surroundings = FlowFactory.pluginContext(context, settings);
    return plugin.hasUpdates(surroundings)
        ? plugin.installer().map(factory -> factory.create(surroundings))
        : Optional.empty();
  }

  private SelectedPlugins select(Settings settings) {
    boolean mayAsk = !settings.get(GeneralOptions.NONINTERACTIVE_MODE);
    PluginRequest request =
        need == PluginNeed.ROLLBACK
            ? new PluginRequest(Optional.empty(), settings.find(PluginOptions.INSTALLER))
            : request(settings);
    return new PluginSelection(
            context.plugins().registry(), FlowFactory.pluginContext(context, settings), mayAsk)
        .select(need, request);
  }

  private static PluginRequest request(Settings settings) {
    return given(settings).orElse(saved(settings));
  }

  /** What the user asks for in this run. */
  private static PluginRequest given(Settings settings) {
    return PluginRequest.from(
        new RequestedPlugins(
            settings.find(PluginOptions.CONFIGURATOR),
            given(settings, PluginOptions.AUTHENTICATOR, false),
            given(settings, PluginOptions.INSTALLER, false),
            flagged(settings, PluginOptions.configuratorFlags()),
            flagged(settings, PluginOptions.authenticatorFlags())));
  }

  /** What is stored with the lineage. */
  private static PluginRequest saved(Settings settings) {
    return new PluginRequest(
        given(settings, PluginOptions.AUTHENTICATOR, true),
        given(settings, PluginOptions.INSTALLER, true));
  }

  private static Optional<String> given(
      Settings settings, OptionSpec<String> option, boolean stored) {
    return settings
        .setting(option)
        .filter(setting -> (setting.origin() == Origin.RENEWAL_CONF) == stored)
        .map(Setting::value);
  }

  private static List<String> flagged(Settings settings, List<OptionSpec<Boolean>> flags) {
    List<String> names = new ArrayList<>();
    for (OptionSpec<Boolean> flag : flags) {
      if (settings.get(flag)) {
        names.add(PluginOptions.pluginOf(flag));
      }
    }
    return names;
  }
}
