package io.github.certbot4j.nginx;

import io.github.certbot4j.exec.Command;
import io.github.certbot4j.exec.CommandResult;
import io.github.certbot4j.file.FileTrouble;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.PluginUnusableException;
import io.github.certbot4j.spi.PluginUnusableException.Reason;
import io.github.certbot4j.webserver.ProcProcessTable;
import io.github.certbot4j.webserver.ProcessTable;
import io.github.certbot4j.webserver.ReloadWatcher;
import io.github.certbot4j.webserver.ReloadWatcher.Result;
import io.github.certbot4j.webserver.ServerProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs nginx: to check its configuration, to learn its version, to have it reload or start. */
final class NginxProgram {

  private static final Logger LOG = LoggerFactory.getLogger(NginxProgram.class);

  /** nginx tries for two and a half seconds to get an address that is taken, then gives up. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String START = "exec \"$0\" -c \"$1\" >\"$2\" 2>&1";

  private final PluginContext context;
  private final String name;
  private final Path configuration;
  private final ServerProgram program;
  private final ReloadWatcher watcher;

  NginxProgram(PluginContext context, Path configuration) {
    this(context, configuration, new ProcProcessTable());
  }

  NginxProgram(PluginContext context, Path configuration, ProcessTable processes) {
    this.context = context;
    this.name = context.options().get(NginxOptions.NGINX_CTL);
    this.configuration = configuration;
    this.program = new ServerProgram("nginx", name, context);
    this.watcher = new ReloadWatcher(context.waiter(), processes);
  }

  /** Throws a {@link PluginUnusableException} if there is no such program. */
  void requireInstalled() {
    program.require("--nginx-ctl");
  }

  /** Throws with nginx's words if it doesn't accept its configuration as it is on disk. */
  void check() {
    program.require(
        "nginx does not accept its configuration",
        "Nothing was changed. Mend the configuration and try again.",
        "-c",
        configuration.toString(),
        "-t");
  }

  /** What it tells about itself. */
  String describe() {
    return run("-V").stderr();
  }

  /**
   * Its version, from what it tells.
   *
   * @throws PluginUnusableException if it is too old, or was built without TLS
   */
  NginxVersion version(String description) {
    NginxVersion version =
        NginxVersion.parse(description)
            .orElseThrow(() -> unusable("'" + name + " -V' doesn't tell the version of nginx."));
    if (!version.isSupported()) {
      throw unusable(version + " is too old; 0.8.48 is the oldest that can be worked with.");
    }
    if (!version.hasSsl() || !version.hasSni()) {
      throw unusable(
          version
              + " was built without "
              + (version.hasSsl() ? "SNI" : "its SSL module")
              + "; install one that has it.");
    }
    if (!version.product().equals("nginx")) {
      LOG.warn("{} is a derivative of nginx, with which this isn't tested.", version);
    }
    return version;
  }

  /**
   * Has it take up its configuration, or starts it if it isn't running, and waits until it serves
   * by it.
   *
   * @param master as the configuration has it
   */
  void reload(MasterProcess master) {
    ReloadWatcher.Reload reload = watcher.before(master.pidFile());
    Instant begun = context.waiter().now();
    CommandResult result = run("-s", "reload");
    Duration reading = Duration.between(begun, context.waiter().now());
    if (!result.succeeded()) {
      LOG.debug("nginx did not reload; it may not be running, and is started");
      requireDaemon(master, result);
      start();
    }
    Duration pause = Duration.ofSeconds(context.options().get(NginxOptions.NGINX_SLEEP_SECONDS));
    if (pause.isZero()) {
      return;
    }
    if (reload.await(patience(pause, reading), pause) == Result.NOTHING_HAPPENED) {
      throw new FailureException(
          new Failure.PluginTrouble(
              "nginx",
              "nginx was told to reload, but goes on with its old configuration.",
              "Its error log says why; another program may use one of its ports."));
    }
  }

  /**
   * How long to wait for new workers.
   *
   * @param reading how long the command took, which reads the configuration as the server does
   */
  private static Duration patience(Duration pause, Duration reading) {
    Duration patience =
        PATIENCE.plus(reading.isNegative() ? Duration.ZERO : reading.multipliedBy(3));
    return pause.compareTo(patience) > 0 ? pause : patience;
  }

  /** One that stays in the foreground would never come back to us. */
  private void requireDaemon(MasterProcess master, CommandResult refused) {
    if (master.inForeground()) {
      throw program.failure(
          "nginx can't be reloaded, nor started, as it is configured with 'daemon off'",
          "If it isn't running, have its supervisor start it.",
          refused,
          "-s",
          "reload");
    }
  }

  /** A daemon may keep its standard error for its log, so that is a file and no pipe. */
  private void start() {
    Path output = outputFile();
    try {
      String file = program.file().map(Path::toString).orElse(name);
      List<String> argv =
          List.of("/bin/sh", "-c", START, file, configuration.toString(), output.toString());
      CommandResult result = context.commands().run(new Command(argv, Map.of(), List.of()));
      if (!result.succeeded()) {
        String said = Files.readString(output, StandardCharsets.ISO_8859_1);
        CommandResult told = new CommandResult(result.exitCode(), said, result.stderr() + said);
        throw program.failure(
            "nginx can neither be reloaded nor started",
            "See its error log.",
            told,
            "-c",
            configuration.toString());
      }
    } catch (IOException e) {
      throw FileTrouble.cannot("read", output, e);
    } finally {
      output.toFile().delete();
    }
  }

  private Path outputFile() {
    Path work = context.directories().work();
    try {
      return Files.createTempFile(work, "nginx-start-", ".log");
    } catch (IOException e) {
      throw FileTrouble.cannot("write to", work, e);
    }
  }

  private CommandResult run(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "-c";
    all[1] = configuration.toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return program.run(all);
  }

  private static PluginUnusableException unusable(String message) {
    return new PluginUnusableException(Reason.NOT_INSTALLED, message);
  }
}
