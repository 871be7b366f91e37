package io.github.certbot4j.cli.option;

import io.github.certbot4j.config.HookOptions;
import io.github.certbot4j.config.Setting;
import io.github.certbot4j.config.Settings;
import java.util.Optional;

/** A deploy hook is for renewals too, where it is known and kept under its older name. */
final class DeployHookRule implements SettingsRule {

  @Override
  public Settings apply(Verb verb, Settings settings) {
    Optional<Setting<String>> deploy = settings.setting(HookOptions.DEPLOY_HOOK);
    if (deploy.isEmpty()) {
      return settings;
    }
    String command = deploy.get().value();
    Optional<Setting<String>> renew = settings.setting(HookOptions.RENEW_HOOK);
    if (renew.isPresent() && !renew.get().value().equals(command)) {
      throw UsageErrors.usage(
          "--deploy-hook and --renew-hook name different commands.", "Use --deploy-hook alone.");
    }
    return settings.with(HookOptions.RENEW_HOOK, command, deploy.get().origin());
  }
}
