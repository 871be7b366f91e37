package io.github.certbot4j.workflow;

import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.FileMode;
import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Servers that had no renewal information to give, remembered for a day, so that runs in which
 * nothing is due need no network.
 */
public final class SilentServers {

  private static final Logger LOG = LoggerFactory.getLogger(SilentServers.class);
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Path directory;
  private final Instant now;
  private final AtomicFiles files = new AtomicFiles();
  private final Map<String, Boolean> known = new HashMap<>();

  /**
   * Opens the memory.
   *
   * @param workDirectory below which a file's time says when a server was last found silent
   */
  public SilentServers(Path workDirectory, Instant now) {
    this.directory = workDirectory.resolve("no-renewal-info");
    this.now = now;
  }

  boolean contains(AcmeServer server) {
    Boolean silent = known.get(server.url());
    if (silent == null) {
      silent = isRemembered(server);
      known.put(server.url(), silent);
    }
    return silent;
  }

  void add(AcmeServer server) {
    known.put(server.url(), true);
    try {
      files.makeDirectories(directory, FileMode.OPEN_DIRECTORY);
      files.replace(
          file(server), server.url().getBytes(StandardCharsets.UTF_8), FileMode.ORDINARY_FILE);
    } catch (FailureException e) {
      LOG.debug("Can't remember that {} has no renewal information", server, e);
    }
  }

  private boolean isRemembered(AcmeServer server) {
    try {
      Instant found = Files.getLastModifiedTime(file(server)).toInstant();
      return found.plus(REMEMBERED).isAfter(now) && !found.isAfter(now.plus(REMEMBERED));
    } catch (IOException e) {
      return false;
    }
  }

  /** A digest would be surer to differ, but loading one slows every start. */
  private Path file(AcmeServer server) {
    return directory.resolve(Integer.toHexString(server.url().hashCode()));
  }
}
