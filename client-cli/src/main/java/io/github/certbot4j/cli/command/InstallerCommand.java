package io.github.certbot4j.cli.command;

import io.github.certbot4j.cli.plugin.PluginNeed;
import io.github.certbot4j.cli.plugin.SelectedPlugins;
import io.github.certbot4j.model.FailureException;

/**
 * The verbs that work on a server's configuration. No plugin that can do that comes with the
 * program yet, so that choosing one ends in the error that says so.
 */
final class InstallerCommand implements Command {

  @Override
  public void run(RunContext context) {
    PluginNeed need =
        switch (context.verb()) {
          case RUN -> PluginNeed.BOTH;
          case INSTALL -> PluginNeed.INSTALLER;
          case ENHANCE -> PluginNeed.ENHANCEMENT;
          default -> PluginNeed.ROLLBACK;
        };
    SelectedPlugins selected = new CliPluginSource(context).select(context.settings(), need);
    if (selected.installer().isPresent()) {
      throw FailureException.rejected(
          "This version cannot install certificates in servers yet, with "
              + selected.installer().get().name()
              + " or any other installer.",
          "Use 'certbot certonly' and configure the server to use the files below live/.");
    }
  }
}
