package io.github.certbot4j.cli;

import io.github.certbot4j.cli.log.LogSystem;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the user why a run failed; what only developers need goes to the log. */
final class FailureReporter {

  private static final Logger LOG = LoggerFactory.getLogger(FailureReporter.class);
  private static final Path TEMPORARY = Path.of("/tmp");

  private final LogSystem log;
  private final PrintStream err;
  private final boolean debug;

  FailureReporter(LogSystem log, PrintStream err, boolean debug) {
    this.log = log;
    this.err = err;
    this.debug = debug;
  }

  /** Reports a failure that the program foresaw, and gives the exit code for it. */
  int expected(FailureException e) {
    Failure failure = e.failure();
    if (failure instanceof Failure.Usage) {
      err.println("certbot: error: " + failure.oneLine());
      return ExitCodes.of(failure);
    }
    LOG.debug("The run failed", e);
    if (debug) {
      LOG.error("{}", failure.oneLine(), e);
    } else {
      LOG.error("{}", failure.oneLine());
    }
    return ExitCodes.of(failure);
  }

  /** Reports a fault of the program itself, and gives the exit code for it. */
  int unexpected(Throwable e) {
    LOG.debug("The run failed unexpectedly", e);
    String text = "An unexpected error occurred:\n" + e;
    if (debug) {
      LOG.error("{}", text, e);
    } else {
      LOG.error("{}", text);
    }
    Optional<Path> file = log.saveEarlyRecords(TEMPORARY);
    file.ifPresent(path -> err.println("Please see the log " + path + " for more details."));
    return ExitCodes.FAILED;
  }
}
