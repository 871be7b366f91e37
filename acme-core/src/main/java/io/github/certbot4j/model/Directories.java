package io.github.certbot4j.model;

import java.nio.file.Path;

/**
 * The three directories everything lives in, each absolute.
 *
 * @param config accounts, lineages, hooks; {@code /etc/letsencrypt} by default
 * @param work challenge-time and rollback copies; {@code /var/lib/letsencrypt} by default
 * @param logs the log file; {@code /var/log/letsencrypt} by default
 */
public record Directories(Path config, Path work, Path logs) {

  public Path accounts() {
    return config.resolve("accounts");
  }

  public Path archive() {
    return config.resolve("archive");
  }

  public Path live() {
    return config.resolve("live");
  }

  public Path renewal() {
    return config.resolve("renewal");
  }

  public Path keys() {
    return config.resolve("keys");
  }

  public Path csr() {
    return config.resolve("csr");
  }

  /**
   * Where the executables of one hook kind lie.
   *
   * @param kind {@code pre}, {@code deploy} or {@code post}
   */
  public Path hooks(String kind) {
    return config.resolve("renewal-hooks").resolve(kind);
  }
}
