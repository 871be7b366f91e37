package io.github.certbot4j.it.webserver;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.LastResort;
import io.github.certbot4j.it.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A server that goes to the background, whoever started it, and is known by its pid file. */
public final class DaemonByPidFile implements AutoCloseable {
  private final Path pidFile;
  private final LastResort lastResort = new LastResort("end a daemon", this::kill);

  public DaemonByPidFile(Path pidFile) {
    this.pidFile = pidFile;
    lastResort.arm();
  }

  /** The process that the pid file names, if it is there. */
  public Optional<ProcessHandle> process() {
    if (!Files.isRegularFile(pidFile)) {
      return Optional.empty();
    }
    String pid = FileTree.read(pidFile).strip();
    return pid.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
  }

  public boolean isRunning() {
    return process().isPresent();
  }

  public void awaitStart() {
    Patience.until("a process is named by " + pidFile, this::isRunning);
  }

  /** Asks it to end at once, and waits until it is gone. */
  public void stop() {
    Optional<ProcessHandle> running = process();
    running.ifPresent(ProcessHandle::destroy);
    if (!Patience.within(Duration.ofSeconds(10), () -> !isRunning())) {
      kill();
    }
    Patience.until("the daemon is gone", () -> !running.map(ProcessHandle::isAlive).orElse(false));
  }

  private void kill() {
    process().ifPresent(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    stop();
    lastResort.disarm();
  }
}
