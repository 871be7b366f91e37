package io.github.certbot4j.apache.control;

import io.github.certbot4j.apache.config.ApacheTrouble;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.webserver.ProcProcessTable;
import io.github.certbot4j.webserver.ReloadWatcher;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reloads the server and waits until it serves by its new configuration. */
public final class ServerReload {

  private static final Logger LOG = LoggerFactory.getLogger(ServerReload.class);

  /** Nobody knows how long a server with many virtual hosts takes; a dead one is noticed sooner. */
  private static final int LOOKS = 150;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private static final Duration LONGEST = BETWEEN_LOOKS.multipliedBy(LOOKS + 1);

  /** A server that was told to start on a busy machine. */
  private static final Duration PATIENCE_WITH_START = Duration.ofSeconds(15);

  /** Where processes can't be watched. */
  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final ApacheControl control;
  private final ReloadWatcher watcher;

  public ServerReload(ApacheControl control, PluginContext context) {
    this.control = control;
    this.watcher = new ReloadWatcher(context.waiter(), new ProcProcessTable());
  }

  /**
   * Has the server use its configuration, which was tested. One that ends instead is started again
   * once: what it holds on to from before can be in its way.
   *
   * @param report what the server's program said last
   * @throws io.github.certbot4j.model.FailureException with the server's words if it refuses, or if
   *     it ends or stays as it is
   */
  public void run(ServerReport report) {
    ErrorLogTail log = ErrorLogTail.from(report.errorLog());
    if (reload(report, log)) {
      return;
    }
    String why = log.words();
    LOG.warn("Apache ended when it was reloaded{} It is started again.", why);
    if (!reload(report, log)) {
      throw ApacheTrouble.of("Apache ended when it was reloaded" + why, "");
    }
  }

  /** Reloads or starts it; false if it ended. */
  private boolean reload(ServerReport report, ErrorLogTail log) {
    Path pidFile = report.pidFile();
    boolean visible = !pidFile.equals(ServerReport.UNTOLD);
    boolean wasRunning = isRunning(pidFile);
    ReloadWatcher.Reload reload = watcher.before(pidFile);
    control.reload();
    for (int look = 1; look <= LOOKS; look++) {
      Duration waited = BETWEEN_LOOKS.multipliedBy(look);
      ReloadWatcher.Result result = reload.await(waited, visible ? LONGEST : PAUSE);
      if (result == ReloadWatcher.Result.SERVES) {
        return true;
      }
      boolean running = isRunning(pidFile);
      if (visible && !running && (wasRunning || waited.compareTo(PATIENCE_WITH_START) >= 0)) {
        return false;
      }
      boolean seen = running || !visible;
      if (result == ReloadWatcher.Result.UNKNOWN && seen && waited.compareTo(PAUSE) >= 0) {
        return true;
      }
    }
    throw ApacheTrouble.of(
        "Apache was told to reload its configuration, but didn't" + log.words(),
        "See its error log.");
  }

  private static boolean isRunning(Path pidFile) {
    return ServerProcess.in(pidFile).isPresent();
  }
}
