package io.github.certbot4j.webserver;

import io.github.certbot4j.spi.Waiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until a server that was told to reload serves by its new configuration. The command to
 * reload returns before that: the master process starts new workers, and then has the old ones stop
 * taking connections.
 */
public final class ReloadWatcher {

  private static final Logger LOG = LoggerFactory.getLogger(ReloadWatcher.class);

  private static final Duration STEP = Duration.ofMillis(20);

  /** Workers that stop may be held up by a long request, and take no new ones meanwhile. */
  private static final Duration PATIENCE_WITH_OLD_WORKERS = Duration.ofSeconds(1);

  private final Waiter waiter;
  private final ProcessTable processes;

  public ReloadWatcher(Waiter waiter, ProcessTable processes) {
    this.waiter = waiter;
    this.processes = processes;
  }

  /** What became of a reload. */
  public enum Result {
    /** There are new workers, and the old ones have stopped taking connections, or soon will. */
    SERVES,
    /** No new worker appeared in time; the server may have refused its configuration. */
    NOTHING_HAPPENED,
    /** The system doesn't tell; the pause is over. */
    UNKNOWN
  }

  /**
   * Looks at the workers; called right before the server is told to reload, or to start.
   *
   * @param pidFile where the server keeps its master's process number; it need not exist
   */
  public Reload before(Path pidFile) {
    OptionalLong master = pidIn(pidFile);
    return new Reload(pidFile, master.isPresent() ? children(master.getAsLong()) : Set.of());
  }

  /** One reload that is under way. */
  public final class Reload {

    private final Path pidFile;
    private final Set<Worker> old;
    private Duration waited = Duration.ZERO;

    private Reload(Path pidFile, Set<Worker> old) {
      this.pidFile = pidFile;
      this.old = old;
    }

    /**
     * Waits until the server serves by its new configuration.
     *
     * @param patience how long at most to wait for a new worker
     * @param pause how long to wait where the system doesn't tell about processes, or the server
     *     has none of its own for requests
     */
    public Result await(Duration patience, Duration pause) {
      while (waited.compareTo(patience) < 0) {
        OptionalLong master = pidIn(pidFile);
        if (master.isPresent() && !newOnes(master.getAsLong()).isEmpty()) {
          waitForOldOnes();
          LOG.debug("The server has new workers after {}", waited);
          return Result.SERVES;
        }
        if (old.isEmpty() && waited.compareTo(pause) >= 0) {
          LOG.debug("The server's workers can't be seen; waited {}", waited);
          return Result.UNKNOWN;
        }
        step();
      }
      LOG.debug("The server has no new workers after {}", waited);
      return old.isEmpty() ? Result.UNKNOWN : Result.NOTHING_HAPPENED;
    }

    private Set<Worker> newOnes(long master) {
      Set<Worker> found = new HashSet<>(children(master));
      found.removeAll(old);
      return found;
    }

    private void waitForOldOnes() {
      Duration end = waited.plus(PATIENCE_WITH_OLD_WORKERS);
      while (waited.compareTo(end) < 0 && old.stream().anyMatch(processes::accepts)) {
        step();
      }
    }

    private void step() {
      waiter.sleep(STEP);
      waited = waited.plus(STEP);
    }
  }

  private Set<Worker> children(long master) {
    return processes.childrenOf(master).orElse(Set.of());
  }

  private static OptionalLong pidIn(Path pidFile) {
    try {
      String text = Files.readString(pidFile, StandardCharsets.ISO_8859_1).strip();
      return OptionalLong.of(Long.parseLong(text));
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
