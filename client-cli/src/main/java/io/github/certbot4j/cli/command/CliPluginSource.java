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
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Authenticator;
import io.github.certbot4j.spi.Installer;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.Plugin;
import io.github.certbot4j.workflow.PluginSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses plugins by the options, as given by the user or stored with a lineage. */
final class CliPluginSource implements PluginSource {

  private final RunContext context;

  CliPluginSource(RunContext context) {
    this.context = context;
  }

  @Override
  public Chosen forObtaining(Settings settings) {
    SelectedPlugins selected = select(settings, PluginNeed.AUTHENTICATOR);
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
    return new Chosen(
        complete
            .with(PluginOptions.INSTALLER, installer.name(), Origin.DERIVED)
            .markedAsSet(PluginOptions.INSTALLER),
        authenticator.role(),
        Optional.of(new NamedInstaller(installer.name(), installer.role())));
  }

  @Override
  public Optional<Installer> installer(Settings settings) {
    return request(settings)
        .installer()
        .flatMap(name -> context.plugins().registry().find(name))
        .map(FoundPlugin::plugin)
        .flatMap(Plugin::installer)
        .map(factory -> factory.create(FlowFactory.pluginContext(context, settings)));
  }

  /** Selects what a verb needs. */
  SelectedPlugins select(Settings settings, PluginNeed need) {
    boolean mayAsk = !settings.get(GeneralOptions.NONINTERACTIVE_MODE);
    return new PluginSelection(
            context.plugins().registry(), FlowFactory.pluginContext(context, settings), mayAsk)
        .select(need, request(settings));
  }

  private static PluginRequest request(Settings settings) {
    RequestedPlugins requested =
        new RequestedPlugins(
            settings.find(PluginOptions.CONFIGURATOR),
            given(settings, PluginOptions.AUTHENTICATOR, false),
            given(settings, PluginOptions.INSTALLER, false),
            flagged(settings, PluginOptions.configuratorFlags()),
            flagged(settings, PluginOptions.authenticatorFlags()));
    PluginRequest saved =
        new PluginRequest(
            given(settings, PluginOptions.AUTHENTICATOR, true),
            given(settings, PluginOptions.INSTALLER, true));
    return PluginRequest.from(requested).orElse(saved);
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
