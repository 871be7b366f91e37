package io.github.certbot4j.cli.command;

import io.github.certbot4j.cli.plugin.PluginListing;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.config.VerbOptions;

/** {@code plugins}: lists the plugins there are. */
final class PluginsCommand implements Command {

  @Override
  public void run(RunContext context) {
    Settings settings = context.settings();
    PluginListing.Filter filter =
        new PluginListing.Filter(
            settings.get(VerbOptions.AUTHENTICATORS),
            settings.get(VerbOptions.INSTALLERS),
            settings.get(VerbOptions.INIT),
            settings.get(VerbOptions.PREPARE));
    PluginListing listing =
        new PluginListing(
            context.plugins().registry(), FlowFactory.pluginContext(context, settings));
    String text = listing.text(filter);
    context.display().framedAsIs(text.isEmpty() ? "No plugins." : text);
  }
}
