package io.github.certbot4j.it.dns;

import io.github.certbot4j.it.Certbot;
import io.github.certbot4j.it.ProgramRun;
import io.github.certbot4j.it.Requirement;

/**
 * The original's plugins for DNS services. They may also lie in a directory of their own that
 * {@code PYTHONPATH} names.
 */
final class OriginalPlugins {

  private static final String PATH = "PYTHONPATH";

  private OriginalPlugins() {}

  /** Has a run find them where this process was told that they are. */
  static ProgramRun foundBy(ProgramRun run) {
    String path = System.getenv(PATH);
    return path == null ? run : run.env(PATH, path);
  }

  /** Demands that the original has a plugin. */
  static void require(String plugin, Certbot original) {
    String listing = foundBy(original.run("plugins")).run().text();
    Requirement.met(
        listing.contains("* " + plugin + "\n"),
        "the original has no plugin "
            + plugin
            + " (Debian package python3-certbot-"
            + plugin
            + ")");
  }
}
