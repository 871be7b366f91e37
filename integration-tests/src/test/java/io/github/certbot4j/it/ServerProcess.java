package io.github.certbot4j.it;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A server that runs as a process of its own for the length of a test class. */
public final class ServerProcess implements AutoCloseable {
  private final String name;
  private final Path log;
  private final Process process;
  private final LastResort lastResort;

  /**
   * Starts the server and waits until it answers.
   *
   * @throws AssertionError when it ended or did not answer in time; the text has its log
   */
  public ServerProcess(
      List<String> command, Map<String, String> environment, Path log, BooleanSupplier answers)
      throws IOException {
    name = Path.of(command.get(0)).getFileName().toString();
    this.log = log;
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .directory(log.getParent().toFile());
    builder.environment().putAll(environment);
    process = builder.start();
    lastResort = new LastResort("stop " + name, process::destroyForcibly);
    lastResort.arm();
    Patience.until(name + " answers or ends", () -> !process.isAlive() || answers.getAsBoolean());
    if (!process.isAlive()) {
      throw new AssertionError(name + " did not start:\n" + log());
    }
  }

  public String log() {
    return FileTree.read(log);
  }

  long linesWith(String text) {
    return log().lines().filter(line -> line.contains(text)).count();
  }

  @Override
  public void close() {
    process.destroy();
    if (!Patience.within(Duration.ofSeconds(5), () -> !process.isAlive())) {
      process.destroyForcibly();
    }
    Patience.until(name + " is gone", () -> !process.isAlive());
    lastResort.disarm();
  }
}
