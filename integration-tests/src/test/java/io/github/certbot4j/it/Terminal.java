package io.github.certbot4j.it;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A program at a terminal, with somebody who reads and types. */
public final class Terminal implements AutoCloseable {
  private final Process process;
  private final Path screen;
  private final OutputStream keyboard;
  private final List<String> command;

  public Terminal(Sandbox sandbox, ProgramRun run) throws IOException {
    String script = Requirement.program("script", "bsdutils").toString();
    String line = run.commandLine().stream().map(Terminal::quoted).collect(Collectors.joining(" "));
    screen = Files.createTempFile(sandbox.path("tmp"), "screen-", ".txt");
    command = run.commandLine();
    ProcessBuilder builder =
        // Without a shell in between, which would make a status of its own of Ctrl-C.
        new ProcessBuilder(script, "-qec", "exec " + line, "/dev/null")
            .redirectErrorStream(true)
            .redirectOutput(screen.toFile())
            .directory(sandbox.root().toFile());
    builder.environment().clear();
    builder.environment().putAll(run.environment());
    builder.environment().put("TERM", "dumb");
    builder.environment().put("SHELL", "/bin/sh");
    process = builder.start();
    keyboard = process.getOutputStream();
  }

  public String screen() {
    return FileTree.read(screen).replace("\r", "");
  }

  /** Waits until the text has been shown so many times. */
  public String await(String text, int times) {
    Patience.until(
        "the terminal shows " + text + " (command " + command + ")",
        () -> !process.isAlive() || count(text) >= times);
    if (count(text) < times) {
      throw new AssertionError("ended without showing " + text + ":\n" + screen());
    }
    return screen();
  }

  private int count(String text) {
    return screen().split(Pattern.quote(text), -1).length - 1;
  }

  public void type(String line) {
    press(line + "\n");
  }

  /** Presses keys without Enter after them, such as Ctrl-C. */
  public void press(String keys) {
    try {
      keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
      keyboard.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Outcome finish() {
    if (!Patience.within(Duration.ofSeconds(60), () -> !process.isAlive())) {
      throw new AssertionError("still running:\n" + screen());
    }
    return new Outcome(command, process.exitValue(), screen(), "");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
