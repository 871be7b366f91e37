package io.github.certbot4j.cli.option;

import io.github.certbot4j.config.GeneralOptions;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.model.FailureException;

/** Whether questions may be asked. */
final class DialogueRule implements SettingsRule {

  @Override
  public Settings apply(Verb verb, Settings settings) {
    boolean forced = settings.get(GeneralOptions.FORCE_INTERACTIVE);
    if (forced && verb == Verb.RENEW) {
      throw FailureException.rejected(
          "--force-interactive cannot be used with renew, which never asks questions.",
          "Leave it out.");
    }
    if (forced && settings.get(GeneralOptions.NONINTERACTIVE_MODE)) {
      throw FailureException.rejected(
          "--non-interactive and --force-interactive contradict each other.", "Use one of them.");
    }
    boolean silent = verb == Verb.RENEW || settings.get(GeneralOptions.QUIET);
    return silent && !settings.get(GeneralOptions.NONINTERACTIVE_MODE)
        ? settings.with(GeneralOptions.NONINTERACTIVE_MODE, true, Origin.DERIVED)
        : settings;
  }
}
