package io.github.certbot4j.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * The logging of one run. Records are kept in memory until {@link #openFile}; on the terminal only
 * warnings are seen until {@link #showOnTerminal}.
 */
public final class LogSystem {

  static final String OWN = "io.github.certbot4j";
  static final String FILE_NAME = "letsencrypt.log";
  private static final String ACME = "org.shredzone.acme4j";
  private static final long MAX_FILE_SIZE = 1L << 20;

  private final LoggerContext loggers;
  private final Complaint complaint;
  private final TerminalAppender terminal;
  private final FileAppender fileAppender;
  private Path file;

  LogSystem(LoggerContext loggers, PrintStream err, boolean colours) {
    this.loggers = loggers;
    this.complaint = new Complaint(err);
    this.terminal = new TerminalAppender(err, colours);
    this.fileAppender = new FileAppender(new LogLine(LocalZone.beingRead()), complaint);
    loggers.getLogger(OWN).setLevel(Level.TRACE);
    loggers.getLogger(ACME).setLevel(Level.DEBUG);
    Logger root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    terminal.setContext(loggers);
    fileAppender.setContext(loggers);
    terminal.start();
    fileAppender.start();
    root.addAppender(terminal);
    root.addAppender(fileAppender);
  }

  /**
   * Starts logging. Must be called before any logger is made.
   *
   * @param err the terminal's error stream
   * @param colours whether that stream is a terminal
   */
  public static LogSystem start(PrintStream err, boolean colours) {
    // SLF4J would tell the user which provider it loads.
    System.setProperty("slf4j.internal.verbosity", "WARN");
    System.setProperty(LoggerFactory.PROVIDER_PROPERTY_KEY, LogbackProvider.class.getName());
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    if (factory instanceof LoggerContext context) {
      return new LogSystem(context, err, colours);
    }
    throw new IllegalStateException("logging is bound to " + factory.getClass().getName());
  }

  /**
   * Sets which records the terminal shows.
   *
   * @param quiet only warnings and errors, whatever else is said
   * @param verboseSteps 0 for information, 1 for debugging too, 2 and more for everything
   * @param traces whether records show their stack traces
   */
  public void showOnTerminal(boolean quiet, int verboseSteps, boolean traces) {
    Level threshold = Level.INFO;
    if (quiet) {
      threshold = Level.WARN;
    } else if (verboseSteps > 0) {
      threshold = verboseSteps == 1 ? Level.DEBUG : Level.TRACE;
    }
    terminal.show(threshold, traces);
  }

  /**
   * Opens the log file, after rotating older ones, and writes to it what was recorded so far. Any
   * trouble but a missing permission, such as a full disk, costs the log and a complaint only.
   *
   * @param directory must exist
   * @param maxBackups how many older files are kept; 0 for none, then the file is appended to
   * @throws AccessDeniedException when the user may not write there
   */
  public void openFile(Path directory, int maxBackups) throws AccessDeniedException {
    file = directory.resolve(FILE_NAME);
    try {
      fileAppender.writeTo(RotatingFile.open(file, maxBackups, MAX_FILE_SIZE));
    } catch (AccessDeniedException e) {
      file = null;
      throw e;
    } catch (IOException e) {
      complaint.about(e);
      return;
    }
    loggers.getLogger(LogSystem.class).info("Saving debug log to {}", file);
  }

  /** The log file; empty as long as there is none. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /**
   * Saves what was recorded before there was a log file, in a new directory that only the user can
   * read. For runs that end unexpectedly; does nothing when there is a log file.
   *
   * @param parent the directory for temporary files
   * @return where the records are; empty when they couldn't be saved
   */
  public Optional<Path> saveEarlyRecords(Path parent) {
    if (file != null) {
      return Optional.of(file);
    }
    try {
      Path early = Files.createTempDirectory(parent, "certbot-log-").resolve("log");
      Files.createFile(
          early,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      fileAppender.writeTo(RotatingFile.open(early, 0, MAX_FILE_SIZE));
      file = early;
    } catch (IOException e) {
      complaint.about(e);
    }
    return file();
  }

  /** Closes the log file. Later records are lost. */
  public void stop() {
    terminal.stop();
    fileAppender.stop();
  }
}
