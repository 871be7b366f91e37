package io.github.certbot4j.cli;

import io.github.certbot4j.builtin.BuiltInPlugins;
import io.github.certbot4j.cli.command.PluginCatalog;
import io.github.certbot4j.cli.help.HelpPages;
import io.github.certbot4j.cli.help.HelpWidth;
import io.github.certbot4j.cli.host.Host;
import io.github.certbot4j.cli.host.Version;
import io.github.certbot4j.cli.log.LogSystem;
import io.github.certbot4j.cli.option.CommandLineReader;
import io.github.certbot4j.cli.option.ConfigFiles;
import io.github.certbot4j.cli.option.Invocation;
import io.github.certbot4j.model.FailureException;
import java.io.PrintStream;
import java.util.List;
import java.util.function.IntConsumer;

/** One run of the program: from its arguments to its exit code. */
final class Application {

  private final Host host;
  private final IntConsumer halt;

  /**
   * Prepares a run.
   *
   * @param halt ends the process at once with a status; used when a signal ends it
   */
  Application(Host host, IntConsumer halt) {
    this.host = host;
    this.halt = halt;
  }

  /** Runs and returns the exit code. */
  int run(List<String> arguments) {
    LogSystem log = LogSystem.start(host.streams().err(), host.streams().errIsTerminal());
    FailureReporter failures =
        new FailureReporter(log, host.streams().err(), arguments.contains("--debug"));
    try {
      PluginCatalog plugins = PluginCatalog.of(BuiltInPlugins.all(), host);
      Invocation invocation = read(arguments, plugins);
      if (invocation instanceof Invocation.ShowVersion) {
        host.streams().out().println(Version.line());
        return ExitCodes.SUCCESS;
      }
      if (invocation instanceof Invocation.ShowHelp help) {
        showHelp(help, plugins);
        return ExitCodes.SUCCESS;
      }
      ActRun act = new ActRun(host, log, plugins, halt);
      return act.run((Invocation.Act) invocation, arguments);
    } catch (FailureException e) {
      return failures.expected(e);
    } catch (RuntimeException | Error e) {
      // Errors too: a library that is missing or doesn't fit must not end in a bare stack trace.
      return failures.unexpected(e);
    } finally {
      log.stop();
    }
  }

  private Invocation read(List<String> arguments, PluginCatalog plugins) {
    CommandLineReader.Surroundings surroundings =
        new CommandLineReader.Surroundings(
            new ConfigFiles(ConfigFiles.SYSTEM_DIRECTORY, host.environment()),
            host.environment(),
            host.workingDirectory());
    return new CommandLineReader(plugins.options(), plugins::nameBoundOptions, surroundings)
        .read(arguments);
  }

  private void showHelp(Invocation.ShowHelp help, PluginCatalog plugins) {
    HelpPages pages =
        new HelpPages(plugins.options(), plugins.descriptions(), HelpWidth.of(host.environment()));
    PrintStream out = host.streams().out();
    out.print(pages.page(help.topics()));
  }
}
