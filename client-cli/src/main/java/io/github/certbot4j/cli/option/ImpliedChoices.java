package io.github.certbot4j.cli.option;

import io.github.certbot4j.config.AccountOptions;
import io.github.certbot4j.config.DecisionOptions;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.PluginOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.spi.OptionSpec;

/**
 * Some options say something about others: who picks a server doesn't want the account stored for
 * another one, and who says {@code --standalone} has chosen the authenticator.
 */
final class ImpliedChoices implements SettingsRule {

  @Override
  public Settings apply(Verb verb, Settings settings) {
    Settings.Builder result = settings.toBuilder();
    if (choosesServer(settings)) {
      result.markAsSet(PathOptions.SERVER).markAsSet(AccountOptions.ACCOUNT);
    }
    if (settings.isSetByUser(PluginOptions.CONFIGURATOR) || anyOf(settings, true)) {
      result.markAsSet(PluginOptions.AUTHENTICATOR).markAsSet(PluginOptions.INSTALLER);
    }
    if (anyOf(settings, false)) {
      result.markAsSet(PluginOptions.AUTHENTICATOR);
    }
    return result.build();
  }

  private static boolean choosesServer(Settings settings) {
    return settings.isSetByUser(PathOptions.SERVER)
        || settings.isSetByUser(DecisionOptions.STAGING)
        || settings.isSetByUser(DecisionOptions.DRY_RUN);
  }

  private static boolean anyOf(Settings settings, boolean bothRoles) {
    for (OptionSpec<Boolean> flag :
        bothRoles ? PluginOptions.configuratorFlags() : PluginOptions.authenticatorFlags()) {
      if (settings.isSetByUser(flag)) {
        return true;
      }
    }
    return false;
  }
}
