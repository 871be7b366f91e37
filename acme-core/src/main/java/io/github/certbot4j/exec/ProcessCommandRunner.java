package io.github.certbot4j.exec;

import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Runs programs as child processes of this one. */
public final class ProcessCommandRunner implements CommandRunner {

  @Override
  public CommandResult run(Command command) {
    ProcessBuilder builder = new ProcessBuilder(command.argv());
    builder.redirectInput(ProcessBuilder.Redirect.INHERIT);
    command.removed().forEach(builder.environment()::remove);
    builder.environment().putAll(command.environment());
    Process process = start(builder);
    try {
      PipeReader errors = new PipeReader(process.getErrorStream());
      Thread errorThread = new Thread(errors, "stderr of " + command.argv().get(0));
      errorThread.setDaemon(true);
      errorThread.start();
      String stdout = readAll(process.getInputStream());
      errorThread.join();
      return new CommandResult(process.waitFor(), stdout, errors.text());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
      throw new FailureException(
          new Failure.Cancelled("Interrupted while '" + command.argv().get(0) + "' was running."),
          e);
    }
  }

  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      String program = builder.command().get(0);
      throw new FailureException(
          new Failure.Environment(
              "Could not start '" + program + "': " + e.getMessage() + ".",
              "Check that it is installed and executable.",
              false),
          e);
    }
  }

  private static String readAll(InputStream pipe) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (pipe) {
      pipe.transferTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Drains one pipe so that the program never blocks on it. */
  private static final class PipeReader implements Runnable {

    private final InputStream pipe;
    private volatile String text = "";

    PipeReader(InputStream pipe) {
      this.pipe = pipe;
    }

    @Override
    public void run() {
      text = readAll(pipe);
    }

    String text() {
      return text;
    }
  }
}
