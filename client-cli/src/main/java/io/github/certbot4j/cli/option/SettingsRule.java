package io.github.certbot4j.cli.option;

import io.github.certbot4j.config.Settings;

/** Checks what the settings say together, or adds what follows from them. */
@FunctionalInterface
interface SettingsRule {

  /**
   * Applies the rule.
   *
   * @return the settings, maybe with more in them
   * @throws io.github.certbot4j.model.FailureException when the settings contradict each other
   */
  Settings apply(Verb verb, Settings settings);
}
