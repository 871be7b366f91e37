package io.github.certbot4j.cli.console;

import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads the lines that a user types, waiting for each only so long. */
final class AnswerReader {

  private final BufferedReader lines;
  private final Duration patience;

  AnswerReader(InputStream input, Duration patience) {
    this.lines = new BufferedReader(new InputStreamReader(input, Charset.defaultCharset()));
    this.patience = patience;
  }

  /**
   * The next line without its end.
   *
   * @param prompt what was asked, for the error
   * @throws FailureException when the input ends, nobody answers in time, or the run is interrupted
   */
  String read(String prompt) {
    String line = await(prompt.strip());
    if (line == null) {
      throw FailureException.rejected(
          "The input ended where an answer was expected: " + prompt.strip(),
          "Run the command at a terminal, or add --non-interactive and the options that answer.");
    }
    return line;
  }

  private String await(String prompt) {
    // A read can't be given up, so it gets a thread that doesn't keep the process alive.
    FutureTask<String> reading = new FutureTask<>(lines::readLine);
    Thread thread = new Thread(reading, "answer-reader");
    thread.setDaemon(true);
    thread.start();
    try {
      return reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new FailureException(
          new Failure.Rejected(
              "Nobody answered within " + patience.toSeconds() + " seconds: " + prompt,
              "Start the command again."),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailureException(new Failure.Cancelled("Interrupted at: " + prompt), e);
    } catch (ExecutionException e) {
      throw unreadable(e);
    }
  }

  private static RuntimeException unreadable(ExecutionException e) {
    if (e.getCause() instanceof IOException io) {
      return new UncheckedIOException("cannot read the answer", io);
    }
    return new IllegalStateException(e.getCause());
  }
}
