package io.github.certbot4j.spi.contract;

import io.github.certbot4j.exec.CommandRunner;
import io.github.certbot4j.file.DirectoryLocks;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.spi.Display;
import io.github.certbot4j.spi.OptionValues;
import io.github.certbot4j.spi.PluginContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** What plugins under test work with. */
public final class Contexts {

  private static final Directories NOWHERE =
      new Directories(
          Path.of("/nonexistent/etc"), Path.of("/nonexistent/var"), Path.of("/nonexistent/log"));

  private Contexts() {}

  /** A context in which every attempt to run a program fails the test. */
  public static PluginContext of(OptionValues options, Display display) {
    return of(
        options,
        display,
        command -> {
          throw new AssertionError("no program was expected to run: " + command.argv());
        });
  }

  /** A context whose environment has only a PATH, and where a pause takes no time. */
  public static PluginContext of(OptionValues options, Display display, CommandRunner commands) {
    return new PluginContext(
        options,
        NOWHERE,
        display,
        commands,
        name -> name.equals("PATH") ? Optional.of("/usr/bin:/bin") : Optional.empty(),
        new StoppedClock(Instant.EPOCH),
        new DirectoryLocks());
  }
}
