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
      String name = command.argv().get(0);
      PipeReader output = new PipeReader("stdout of " + name, process.getInputStream());
      PipeReader errors = new PipeReader("stderr of " + name, process.getErrorStream());
      int exitCode = process.waitFor();
      return new CommandResult(exitCode, output.text(), errors.text());
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

  /**
   * Drains one pipe, so that the program never blocks on it, and this thread waits for nothing that
   * an interrupt doesn't end.
   */
  private static final class PipeReader {

    private final Thread thread;
    private volatile String text = "";

    PipeReader(String name, InputStream pipe) {
      this.thread = new Thread(() -> text = readAll(pipe), name);
      thread.setDaemon(true);
      thread.start();
    }

    /** All that came, when the pipe is closed. */
    String text() throws InterruptedException {
      thread.join();
      return text;
    }
  }
}
