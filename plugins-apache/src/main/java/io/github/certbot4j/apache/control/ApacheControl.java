package io.github.certbot4j.apache.control;

import io.github.certbot4j.apache.config.ApacheTrouble;
import io.github.certbot4j.apache.config.ServerFacts;
import io.github.certbot4j.apache.config.ServerVersion;
import io.github.certbot4j.apache.distro.ServerSetup;
import io.github.certbot4j.exec.Command;
import io.github.certbot4j.exec.CommandResult;
import io.github.certbot4j.exec.CommandRunner;
import io.github.certbot4j.exec.SearchPath;
import io.github.certbot4j.model.FailureException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the server's control programs, and has them do things. */
public final class ApacheControl {

  private static final Logger LOG = LoggerFactory.getLogger(ApacheControl.class);

  private static final List<String> NOISE =
      List.of("AH00558:", "Action '", "The Apache error log may have more information");

  private final ServerSetup setup;
  private final CommandRunner commands;
  private final SearchPath path;

  public ApacheControl(ServerSetup setup, CommandRunner commands, SearchPath path) {
    this.setup = setup;
    this.commands = commands;
    this.path = path;
  }

  /** Whether the program that is asked about the configuration can be found. */
  public boolean isInstalled() {
    return path.find(setup.programs().control()).isPresent();
  }

  /** The server's version. */
  public ServerVersion version() {
    CommandResult result = run(setup.programs().control(), "-v");
    if (!result.succeeded()) {
      throw failed("The version of Apache could not be found out", result);
    }
    return DumpReader.version(result.stdout());
  }

  /**
   * What the program reports about the configuration on disk.
   *
   * @throws io.github.certbot4j.model.FailureException with the server's words if it refuses that
   */
  public ServerReport report(ServerVersion version) {
    return setup.family().listsModulesByWord() ? reportByWord(version) : reportByDump(version);
  }

  private ServerReport reportByDump(ServerVersion version) {
    CommandResult result =
        run(
            setup.programs().control(),
            "-t", "-D", "DUMP_RUN_CFG", "-D", "DUMP_INCLUDES", "-D", "DUMP_MODULES");
    if (!result.succeeded()) {
      throw failed("Apache could not be asked about its configuration", result);
    }
    String output = result.stdout();
    Map<String, String> defines = new LinkedHashMap<>(new StartArguments(setup).defines());
    defines.putAll(DumpReader.defines(output));
    return new ServerReport(
        new ServerFacts(
            version,
            DumpReader.modules(output),
            defines,
            DumpReader.includes(output),
            DumpReader.serverRoot(output).orElse(setup.layout().serverRoot())),
        DumpReader.pidFile(output));
  }

  private ServerReport reportByWord(ServerVersion version) {
    CommandResult result = run(setup.programs().control(), "modules");
    if (!result.succeeded()) {
      throw failed("Apache could not be asked for its modules", result);
    }
    return new ServerReport(
        new ServerFacts(
            version,
            DumpReader.modules(result.stdout()),
            new StartArguments(setup).defines(),
            List.of(),
            setup.layout().serverRoot()),
        Optional.<Path>empty());
  }

  /**
   * Has the server test its configuration.
   *
   * @throws io.github.certbot4j.model.FailureException with the server's words if it refuses it
   */
  public void test() {
    CommandResult result = run(setup.programs().reload(), "configtest");
    if (!result.succeeded() && setup.repairedByStart()) {
      LOG.info("Apache refuses its configuration; starting its service once, which may mend that.");
      run("systemctl", "restart", "httpd");
      result = run(setup.programs().reload(), "configtest");
    }
    if (!result.succeeded()) {
      throw failed("Apache refuses its configuration", result);
    }
  }

  /**
   * Has the server read its configuration, which was tested.
   *
   * @throws io.github.certbot4j.model.FailureException with the server's words if it doesn't
   */
  public void reload() {
    CommandResult result = run(setup.programs().reload(), "graceful");
    if (!result.succeeded() && !setup.programs().restart().isEmpty()) {
      LOG.info("Apache could not be reloaded, so it is restarted.");
      result = run(setup.programs().restart(), "restart");
    }
    if (!result.succeeded()) {
      throw failed("Apache could not be reloaded", result);
    }
  }

  private CommandResult run(String program, String... arguments) {
    List<String> argv = new ArrayList<>();
    argv.add(
        path.find(program)
            .map(Path::toString)
            .orElseThrow(
                () ->
                    ApacheTrouble.of(
                        "The program " + program + " cannot be found.",
                        "See --apache-ctl, or install Apache.")));
    argv.addAll(List.of(arguments));
    CommandResult result =
        commands.run(new Command(argv, Map.of("PATH", path.extended()), List.of()));
    LOG.debug("{} ended with {}: {}{}", argv, result.exitCode(), result.stdout(), result.stderr());
    return result;
  }

  /** A failure in the server's own words. */
  static FailureException failed(String what, CommandResult result) {
    List<String> lines =
        Stream.of(result.stderr(), result.stdout())
            .flatMap(String::lines)
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !isNoise(line))
            .toList();
    String words = lines.isEmpty() ? "it ended with " + result.exitCode() : String.join(" ", lines);
    return ApacheTrouble.of(what + ": " + words, "");
  }

  /** What says nothing about the cause. */
  private static boolean isNoise(String line) {
    return NOISE.stream().anyMatch(line::startsWith);
  }
}
