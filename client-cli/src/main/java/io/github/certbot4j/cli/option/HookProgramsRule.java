package io.github.certbot4j.cli.option;

import io.github.certbot4j.config.HookOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.Environment;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.SharedOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The programs that hooks begin with have to be there before anything is done. */
record HookProgramsRule(Environment environment, Path workingDirectory) implements SettingsRule {

  private static final List<OptionSpec<String>> HOOKS =
      List.of(
          HookOptions.PRE_HOOK,
          HookOptions.POST_HOOK,
          HookOptions.DEPLOY_HOOK,
          HookOptions.RENEW_HOOK);

  /** Searched too, since timers start programs with a short PATH. */
  private static final String MORE_DIRECTORIES = "/usr/sbin:/usr/local/bin:/usr/local/sbin";

  @Override
  public Settings apply(Verb verb, Settings settings) {
    if (settings.get(SharedOptions.VALIDATE_HOOKS)) {
      for (OptionSpec<String> hook : HOOKS) {
        Optional<String> command = settings.find(hook);
        if (command.isPresent() && !command.get().isBlank()) {
          check(hook.key().replace('_', '-'), firstWord(command.get()));
        }
      }
    }
    return settings;
  }

  private void check(String kind, String program) {
    if (program.indexOf('/') >= 0) {
      checkFile(kind, workingDirectory.resolve(program));
    } else if (!isInPath(program)) {
      throw FailureException.rejected(
          "The program '" + program + "' of the " + kind + " is not in the PATH.",
          "Give its full path, or use --disable-hook-validation.");
    }
  }

  private static void checkFile(String kind, Path program) {
    if (!Files.exists(program)) {
      throw FailureException.rejected(
          "The program " + program + " of the " + kind + " does not exist.",
          "Correct the path, or use --disable-hook-validation.");
    }
    if (!isProgram(program)) {
      throw FailureException.rejected(
          "The program " + program + " of the " + kind + " is not executable.",
          "Make it executable, or use --disable-hook-validation.");
    }
  }

  private boolean isInPath(String program) {
    String path = environment.variable("PATH").orElse("") + ":" + MORE_DIRECTORIES;
    for (String directory : path.split(":")) {
      if (!directory.isEmpty() && isProgram(workingDirectory.resolve(directory).resolve(program))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  private static String firstWord(String command) {
    String text = command.strip();
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }
}
