package io.github.certbot4j.workflow;

import io.github.certbot4j.config.HookOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.hook.HookSettings;

/** Picks the hooks out of the settings. */
final class HookOptionsReader {

  private HookOptionsReader() {}

  static HookSettings hooks(Settings settings) {
    return new HookSettings(
        settings.find(HookOptions.PRE_HOOK),
        settings.find(HookOptions.POST_HOOK),
        settings.find(HookOptions.DEPLOY_HOOK),
        settings.find(HookOptions.RENEW_HOOK),
        settings.get(HookOptions.DIRECTORY_HOOKS));
  }

  /** Whether the run itself, not a lineage, brought a hook. */
  static boolean anyGiven(Settings settings) {
    return settings.find(HookOptions.PRE_HOOK).isPresent()
        || settings.find(HookOptions.POST_HOOK).isPresent()
        || settings.find(HookOptions.RENEW_HOOK).isPresent();
  }
}
