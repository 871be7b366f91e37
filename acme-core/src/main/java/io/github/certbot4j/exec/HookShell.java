package io.github.certbot4j.exec;

import io.github.certbot4j.model.FailureException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs hooks by the shell and tells the user what came of them. A hook that fails, or can't even be
 * started, is reported and changes nothing else.
 */
public final class HookShell {

  private static final Logger LOG = LoggerFactory.getLogger(HookShell.class);

  private final CommandRunner commands;

  public HookShell(CommandRunner commands) {
    this.commands = commands;
  }

  /**
   * Runs a hook and waits for it.
   *
   * @param kind how messages call it, such as {@code pre-hook}
   * @param environment variables set on top of the inherited environment
   * @return what it wrote to standard output; empty when it could not be started
   */
  public String run(String kind, Hook hook, Map<String, String> environment) {
    return run(kind, hook, environment, List.of());
  }

  /**
   * As {@link #run(String, Hook, Map)}, without some of the inherited variables.
   *
   * @param removed names of variables that the hook must not inherit
   */
  public String run(String kind, Hook hook, Map<String, String> environment, List<String> removed) {
    LOG.info("Running {} command: {}", kind, hook.text());
    CommandResult result;
    try {
      result = commands.run(hook.command(environment).without(removed));
    } catch (FailureException e) {
      LOG.error("{} command \"{}\" could not be run: {}", kind, hook.text(), e.getMessage());
      return "";
    }
    if (!result.stdout().isBlank()) {
      LOG.info("Output from {} command {}:\n{}", kind, hook.program(), result.stdout());
    }
    if (!result.succeeded()) {
      LOG.error("{} command \"{}\" returned error code {}", kind, hook.text(), result.exitCode());
    }
    if (!result.stderr().isBlank()) {
      LOG.error("Error output from {} command {}:\n{}", kind, hook.program(), result.stderr());
    }
    return result.stdout();
  }
}
