package io.github.certbot4j.webserver;

import io.github.certbot4j.exec.Command;
import io.github.certbot4j.exec.CommandResult;
import io.github.certbot4j.exec.SearchPath;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.PluginUnusableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program that controls a server, such as {@code nginx} or {@code apache2ctl}. It is looked up
 * in PATH and the usual places of administrators' programs, which it sees in its PATH, too: timers
 * run with a short one.
 */
public final class ServerProgram {

  private static final Logger LOG = LoggerFactory.getLogger(ServerProgram.class);

  private static final int MOST_LINES = 12;

  private final String plugin;
  private final String program;
  private final PluginContext context;
  private final SearchPath searchPath;

  /**
   * One program.
   *
   * @param plugin whom failures name
   * @param program its name, or its path
   */
  public ServerProgram(String plugin, String program, PluginContext context) {
    this.plugin = plugin;
    this.program = program;
    this.context = context;
    this.searchPath = new SearchPath(context.environment().variable("PATH").orElse(""));
  }

  /** The executable file; empty if there is none. */
  public Optional<Path> file() {
    return searchPath.find(program);
  }

  /**
   * Called by a plugin that is being prepared.
   *
   * @param option the option that names the program, with its dashes
   * @throws PluginUnusableException if there is no such program
   */
  public void require(String option) {
    if (file().isEmpty()) {
      throw new PluginUnusableException(
          PluginUnusableException.Reason.NOT_INSTALLED,
          "There is no program '"
              + program
              + "' in "
              + searchPath.extended()
              + "; install the server, or name its program with "
              + option
              + ".");
    }
  }

  /**
   * Runs it and waits for its end.
   *
   * @return also if it failed
   * @throws FailureException if it can't be started
   */
  public CommandResult run(String... arguments) {
    List<String> argv = new ArrayList<>();
    argv.add(file().map(Path::toString).orElse(program));
    argv.addAll(List.of(arguments));
    Command command = new Command(argv, Map.of("PATH", searchPath.extended()), List.of());
    CommandResult result = context.commands().run(command);
    LOG.debug(
        "'{}' ended with exit code {}; its output:\n{}{}",
        String.join(" ", argv),
        result.exitCode(),
        result.stdout(),
        result.stderr());
    return result;
  }

  /**
   * Runs it and takes nothing but success.
   *
   * @param purpose what does not work if it fails, as a whole sentence without its end, such as
   *     {@code nginx does not accept its configuration}
   * @param advice what the user can do about it; empty when there is nothing to advise
   * @throws FailureException with the purpose, the command and the server's own words
   */
  public CommandResult require(String purpose, String advice, String... arguments) {
    CommandResult result = run(arguments);
    if (!result.succeeded()) {
      throw failure(purpose, advice, result, arguments);
    }
    return result;
  }

  /** The failure that tells what a run of it has said. */
  public FailureException failure(
      String purpose, String advice, CommandResult result, String... arguments) {
    String command = (program + " " + String.join(" ", arguments)).strip();
    String what = purpose + " ('" + command + "', exit code " + result.exitCode() + ")";
    String words = words(result);
    return new FailureException(
        new Failure.PluginTrouble(
            plugin, what + (words.isEmpty() ? "." : ": " + withEnd(words)), advice));
  }

  /** Servers complain on standard error; some of their control scripts on standard output. */
  private static String words(CommandResult result) {
    String said = result.stderr().isBlank() ? result.stdout() : result.stderr();
    return said.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .limit(MOST_LINES)
        .collect(Collectors.joining("; "));
  }

  private static String withEnd(String sentence) {
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }
}
