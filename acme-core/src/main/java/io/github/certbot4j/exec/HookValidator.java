package io.github.certbot4j.exec;

import io.github.certbot4j.model.FailureException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out before any work whether a hook's program exists. */
public final class HookValidator {

  private final SearchPath searchPath;
  private final Path workingDirectory;

  /**
   * Makes a validator.
   *
   * @param workingDirectory what relative paths of programs are relative to
   */
  public HookValidator(SearchPath searchPath, Path workingDirectory) {
    this.searchPath = searchPath;
    this.workingDirectory = workingDirectory;
  }

  /**
   * Checks that the command's first word is a program that can be executed: a path as it is, a bare
   * name by PATH and the usual places of administrators' programs.
   *
   * @param kind how errors call the hook, such as {@code pre-hook}
   * @throws FailureException naming the hook and what is wrong with its program
   */
  public void check(String kind, String command) {
    String program = firstWord(command);
    if (program.indexOf('/') >= 0) {
      checkFile(kind, program);
    } else if (program.isEmpty() || searchPath.find(program).isEmpty()) {
      throw FailureException.rejected(
          "The "
              + kind
              + " command '"
              + program
              + "' is not found in PATH ("
              + searchPath.inherited()
              + ").",
          "Give its full path, or skip this check with --disable-hook-validation.");
    }
  }

  private void checkFile(String kind, String program) {
    Path file = workingDirectory.resolve(program);
    if (Files.isRegularFile(file) && Files.isExecutable(file)) {
      return;
    }
    throw FailureException.rejected(
        Files.exists(file)
            ? "The " + kind + " command '" + program + "' exists, but is not executable."
            : "The " + kind + " command '" + program + "' does not exist.",
        "Correct it, or skip this check with --disable-hook-validation.");
  }

  private static String firstWord(String command) {
    String text = command.strip();
    int blank = text.indexOf(' ');
    return blank < 0 ? text : text.substring(0, blank);
  }
}
