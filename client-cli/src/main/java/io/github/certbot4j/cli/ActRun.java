package io.github.certbot4j.cli;

import io.github.certbot4j.cli.command.Commands;
import io.github.certbot4j.cli.command.PluginCatalog;
import io.github.certbot4j.cli.command.RunContext;
import io.github.certbot4j.cli.console.DisplayMode;
import io.github.certbot4j.cli.console.Displays;
import io.github.certbot4j.cli.console.EndNotes;
import io.github.certbot4j.cli.console.Terminal;
import io.github.certbot4j.cli.host.Host;
import io.github.certbot4j.cli.host.Version;
import io.github.certbot4j.cli.log.ArgumentMasking;
import io.github.certbot4j.cli.log.LogSystem;
import io.github.certbot4j.cli.option.Invocation;
import io.github.certbot4j.cli.option.Verb;
import io.github.certbot4j.config.AccountOptions;
import io.github.certbot4j.config.GeneralOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.exec.UnwindStack;
import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.DirectoryLocks;
import io.github.certbot4j.lineage.CoreDirectories;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.report.Notes;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.workflow.DirectoryOptions;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out one verb: makes the directories ready, locks them, opens the log, and acts. */
final class ActRun {

  private static final Logger LOG = LoggerFactory.getLogger(ActRun.class);

  private final Host host;
  private final LogSystem log;
  private final PluginCatalog plugins;
  private final UnwindStack unwind = new UnwindStack();
  private final Signals signals;

  ActRun(Host host, LogSystem log, PluginCatalog plugins, IntConsumer halt) {
    this.host = host;
    this.log = log;
    this.plugins = plugins;
    this.signals = new Signals(unwind, host.streams().err(), halt);
  }

  int run(Invocation.Act act, List<String> arguments) {
    Settings settings = act.settings();
    showOnTerminal(settings);
    Directories directories = DirectoryOptions.of(settings);
    boolean needsDirectories = act.verb() != Verb.PLUGINS;
    signals.handle();
    try (DirectoryLocks locks = locked(directories, settings, needsDirectories);
        UnwindStack.Entry unlocking = unwind.push(locks::close)) {
      openLog(directories, settings, needsDirectories);
      LOG.debug("certbot4j version: {}", Version.number());
      LOG.debug("Arguments: {}", masked(arguments));
      act.warnings().forEach(LOG::warn);
      carryOut(act, settings, locks);
    }
    return ExitCodes.SUCCESS;
  }

  private void carryOut(Invocation.Act act, Settings settings, DirectoryLocks locks) {
    Notes notes = new Notes();
    RunContext context =
        new RunContext(
            host,
            act.verb(),
            settings,
            DirectoryOptions.of(settings),
            display(settings),
            locks,
            notes,
            unwind,
            plugins);
    boolean failed = true;
    try {
      Commands.of(act.verb()).run(context);
      failed = false;
    } finally {
      print(notes, settings, failed);
    }
  }

  private void showOnTerminal(Settings settings) {
    int steps =
        settings
            .find(GeneralOptions.VERBOSE_LEVEL)
            .orElse(settings.get(GeneralOptions.VERBOSE_COUNT));
    log.showOnTerminal(
        settings.get(GeneralOptions.QUIET), steps, settings.get(GeneralOptions.DEBUG));
  }

  private DirectoryLocks locked(Directories directories, Settings settings, boolean needed) {
    try {
      boolean strict = settings.get(GeneralOptions.STRICT_PERMISSIONS);
      new CoreDirectories(new AtomicFiles(), strict).prepare(directories);
      return DirectoryLocks.acquire(directories);
    } catch (FailureException e) {
      if (needed) {
        throw e;
      }
      LOG.debug("Going on without the directories", e);
      return DirectoryLocks.acquire(List.of());
    }
  }

  private void openLog(Directories directories, Settings settings, boolean needed) {
    try {
      log.openFile(directories.logs(), settings.get(GeneralOptions.MAX_LOG_BACKUPS));
    } catch (AccessDeniedException e) {
      if (needed) {
        throw new FailureException(
            new Failure.Environment(
                "No permission to write the log in " + directories.logs() + ".",
                "Run as root, or name other directories with --config-dir, --work-dir and"
                    + " --logs-dir.",
                false),
            e);
      }
      LOG.debug("Going on without a log file", e);
    }
  }

  private static List<String> masked(List<String> arguments) {
    return new ArgumentMasking(AccountOptions.EAB_HMAC_KEY.names()).mask(arguments);
  }

  private Display display(Settings settings) {
    DisplayMode mode = DisplayMode.INTERACTIVE;
    if (settings.get(GeneralOptions.QUIET)) {
      mode = DisplayMode.QUIET;
    } else if (settings.get(GeneralOptions.NONINTERACTIVE_MODE)) {
      mode = DisplayMode.NON_INTERACTIVE;
    }
    Host.Streams streams = host.streams();
    Terminal terminal =
        new Terminal(streams.in(), streams.out(), streams.inIsTerminal(), streams.outIsTerminal());
    return Displays.open(mode, terminal, settings.get(GeneralOptions.FORCE_INTERACTIVE));
  }

  private void print(Notes notes, Settings settings, boolean failed) {
    if (settings.get(GeneralOptions.QUIET)) {
      return;
    }
    List<EndNotes.Note> shown =
        notes.sorted().stream()
            .filter(note -> !failed || note.evenAfterFailure())
            .map(note -> new EndNotes.Note(note.text(), note.priority() == Notes.Priority.HIGH))
            .toList();
    new EndNotes(host.streams().out(), host.streams().outIsTerminal()).print(shown);
  }
}
