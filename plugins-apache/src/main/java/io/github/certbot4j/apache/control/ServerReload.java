package io.github.certbot4j.apache.control;

import io.github.certbot4j.apache.config.ApacheTrouble;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.webserver.ProcProcessTable;
import io.github.certbot4j.webserver.ReloadWatcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Reloads the server and waits until it serves by its new configuration. */
public final class ServerReload {

  /** Nobody knows how long a server with many virtual hosts takes; a dead one is noticed sooner. */
  private static final int LOOKS = 150;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  /** Where processes can't be watched. */
  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final ApacheControl control;
  private final ReloadWatcher watcher;

  public ServerReload(ApacheControl control, PluginContext context) {
    this.control = control;
    this.watcher = new ReloadWatcher(context.waiter(), new ProcProcessTable());
  }

  /**
   * Has the server use its configuration, which was tested.
   *
   * @param report what the server's program said last
   * @throws io.github.certbot4j.model.FailureException with the server's words if it refuses, or if
   *     it ends or stays as it is
   */
  public void run(ServerReport report) {
    Path pidFile = report.pidFile();
    ErrorLogTail log = ErrorLogTail.from(report.errorLog());
    ReloadWatcher.Reload reload = watcher.before(pidFile);
    boolean wasRunning = isRunning(pidFile);
    control.reload();
    for (int look = 1; look <= LOOKS; look++) {
      ReloadWatcher.Result result = reload.await(BETWEEN_LOOKS.multipliedBy(look), PAUSE);
      if (result == ReloadWatcher.Result.SERVES) {
        return;
      }
      if (wasRunning && !isRunning(pidFile)) {
        throw ApacheTrouble.of("Apache ended when it was reloaded" + log.words(), "");
      }
      if (result == ReloadWatcher.Result.UNKNOWN
          && BETWEEN_LOOKS.multipliedBy(look).compareTo(PAUSE) >= 0) {
        return;
      }
    }
    throw ApacheTrouble.of(
        "Apache was told to reload its configuration, but didn't" + log.words(),
        "See its error log.");
  }

  private static boolean isRunning(Path pidFile) {
    try {
      String text = Files.readString(pidFile, StandardCharsets.ISO_8859_1).strip();
      return ProcessHandle.of(Long.parseLong(text)).isPresent();
    } catch (IOException | NumberFormatException e) {
      return false;
    }
  }
}
