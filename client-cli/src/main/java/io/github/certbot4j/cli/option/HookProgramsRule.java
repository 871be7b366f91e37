package io.github.certbot4j.cli.option;

import io.github.certbot4j.config.HookOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.exec.HookValidator;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.SharedOptions;
import java.util.List;
import java.util.Optional;

/** The programs that hooks begin with have to be there before anything is done. */
record HookProgramsRule(HookValidator validator) implements SettingsRule {

  private static final List<OptionSpec<String>> HOOKS =
      List.of(
          HookOptions.PRE_HOOK,
          HookOptions.POST_HOOK,
          HookOptions.DEPLOY_HOOK,
          HookOptions.RENEW_HOOK);

  @Override
  public Settings apply(Verb verb, Settings settings) {
    if (settings.get(SharedOptions.VALIDATE_HOOKS)) {
      for (OptionSpec<String> hook : HOOKS) {
        Optional<String> command = settings.find(hook);
        if (command.isPresent() && !command.get().isBlank()) {
          validator.check(hook.key().replace('_', '-'), command.get());
        }
      }
    }
    return settings;
  }
}
