package io.github.certbot4j.apache.control;

import io.github.certbot4j.apache.config.ApacheTrouble;
import io.github.certbot4j.apache.config.ServerFacts;
import io.github.certbot4j.apache.config.ServerVersion;
import io.github.certbot4j.apache.distro.ServerSetup;
import io.github.certbot4j.exec.CommandResult;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.webserver.ServerProgram;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the server's control programs, and has them do things. */
public final class ApacheControl {

  private static final Logger LOG = LoggerFactory.getLogger(ApacheControl.class);

  private static final String LOOK_THERE = "Correct the configuration, and run this again.";

  private final ServerSetup setup;
  private final PluginContext context;
  private final ServerProgram control;
  private final ServerProgram reload;

  public ApacheControl(ServerSetup setup, PluginContext context) {
    this.setup = setup;
    this.context = context;
    this.control = program(setup.programs().control());
    this.reload = program(setup.programs().reload());
  }

  /**
   * Called when the plugin is being prepared.
   *
   * @throws io.github.certbot4j.spi.PluginUnusableException if the programs aren't there
   */
  public void require() {
    control.require("--apache-ctl");
    reload.require("--apache-ctl");
  }

  /** The server's version. */
  public ServerVersion version() {
    return DumpReader.version(
        control.require("The version of Apache can't be found out", "", "-v").stdout());
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
    String output =
        control
            .require(
                "Apache can't be asked about its configuration",
                LOOK_THERE,
                "-t",
                "-D",
                "DUMP_RUN_CFG",
                "-D",
                "DUMP_INCLUDES",
                "-D",
                "DUMP_MODULES")
            .stdout();
    Map<String, String> defines = new LinkedHashMap<>(new StartArguments(setup).defines());
    defines.putAll(DumpReader.defines(output));
    ServerFacts facts =
        new ServerFacts(
            version,
            DumpReader.modules(output),
            defines,
            DumpReader.includes(output),
            DumpReader.serverRoot(output).orElse(setup.layout().serverRoot()));
    return new ServerReport(
        facts,
        DumpReader.pidFile(output).orElse(ServerReport.UNTOLD),
        DumpReader.errorLog(output).orElse(ServerReport.UNTOLD));
  }

  private ServerReport reportByWord(ServerVersion version) {
    String output =
        control.require("Apache can't be asked for its modules", "", "modules").stdout();
    ServerFacts facts =
        new ServerFacts(
            version,
            DumpReader.modules(output),
            new StartArguments(setup).defines(),
            List.of(),
            setup.layout().serverRoot());
    return new ServerReport(facts, ServerReport.UNTOLD, ServerReport.UNTOLD);
  }

  /**
   * Has the server test its configuration.
   *
   * @throws io.github.certbot4j.model.FailureException with the server's words if it refuses it
   */
  public void test() {
    CommandResult result = reload.run("configtest");
    if (!result.succeeded() && setup.repairedByStart()) {
      LOG.info("Apache refuses its configuration; starting its service once, which may mend that.");
      program("systemctl").run("restart", "httpd");
      result = reload.run("configtest");
    }
    if (!result.succeeded()) {
      throw reload.failure("Apache refuses its configuration", LOOK_THERE, result, "configtest");
    }
  }

  /**
   * Has the server read its configuration, which was tested.
   *
   * @throws io.github.certbot4j.model.FailureException with the server's words if it doesn't
   */
  public void reload() {
    CommandResult result = reload.run("graceful");
    if (result.succeeded()) {
      return;
    }
    if (setup.programs().restart().isEmpty()) {
      throw reload.failure("Apache can't be reloaded", "See its error log.", result, "graceful");
    }
    LOG.info("Apache can't be reloaded, so it is restarted.");
    program(setup.programs().restart())
        .require("Apache can't be restarted", "See its error log.", "restart");
  }

  /** One of the server's other programs. */
  public ServerProgram program(String name) {
    return new ServerProgram(ApacheTrouble.PLUGIN, name, context);
  }
}
