package io.github.certbot4j.workflow;

import io.github.certbot4j.config.Settings;
import io.github.certbot4j.exec.UnwindStack;
import io.github.certbot4j.hook.HookRunner;
import io.github.certbot4j.hook.HookSettings;
import java.util.function.Supplier;

/** Runs the pre-hook before an attempt and the post-hook right after it, whatever came of it. */
public final class PrePostHooks {

  private final HookRunner hooks;
  private final UnwindStack unwind;

  /**
   * Prepares.
   *
   * @param unwind where the post-hook is registered in case the process is ended
   */
  public PrePostHooks(HookRunner hooks, UnwindStack unwind) {
    this.hooks = hooks;
    this.unwind = unwind;
  }

  <T> T around(Settings settings, Supplier<T> attempt) {
    HookSettings hookSettings = HookOptionsReader.hooks(settings);
    hooks.pre(hookSettings, false);
    try (UnwindStack.Entry post = unwind.push(() -> hooks.postNow(hookSettings))) {
      return attempt.get();
    }
  }
}
