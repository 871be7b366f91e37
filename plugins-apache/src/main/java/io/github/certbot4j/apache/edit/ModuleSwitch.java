package io.github.certbot4j.apache.edit;

import io.github.certbot4j.apache.config.ApacheTrouble;
import io.github.certbot4j.apache.distro.Programs;
import io.github.certbot4j.checkpoint.ChangeKind;
import io.github.certbot4j.exec.CommandResult;
import io.github.certbot4j.spi.Environment;
import io.github.certbot4j.webserver.ServerProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Enables modules of the server, so that it can be taken back. */
public final class ModuleSwitch {

  private static final Logger LOG = LoggerFactory.getLogger(ModuleSwitch.class);

  private static final String CONFDIR = "APACHE_CONFDIR";
  private static final Path USUAL_ROOT = Path.of("/etc/apache2");

  /** What must be loaded before a module. */
  private static final Map<String, List<String>> NEEDS = Map.of("ssl", List.of("setenvif", "mime"));

  private final Workspace workspace;
  private final Environment environment;

  public ModuleSwitch(Workspace workspace, Environment environment) {
    this.workspace = workspace;
    this.environment = environment;
  }

  /** Whether a module, named as in {@code a2enmod}, is loaded. */
  public boolean isLoaded(String module) {
    return workspace.facts().hasModule(module + "_module");
  }

  /**
   * Sees to it that modules are loaded, in the order given. Those that aren't are enabled.
   *
   * @throws io.github.certbot4j.model.FailureException when one isn't and can't be enabled
   */
  public void enable(ChangeKind kind, String... modules) {
    List<String> missing = new ArrayList<>();
    for (String module : modules) {
      if (!isLoaded(module)) {
        NEEDS.getOrDefault(module, List.of()).stream()
            .filter(needed -> !isLoaded(needed))
            .forEach(missing::add);
        missing.add(module);
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    requireSwitch(missing.get(missing.size() - 1));
    missing.forEach(module -> enable(kind, module));
    workspace.refreshFacts();
    for (String module : missing) {
      if (!isLoaded(module)) {
        throw ApacheTrouble.of(
            "The module " + module + " was enabled, but Apache doesn't load it.",
            "See whether its configuration reads mods-enabled.");
      }
    }
  }

  private void enable(ChangeKind kind, String module) {
    Programs programs = workspace.setup().programs();
    workspace.checkpoints().registerUndo(kind, inConfdir(programs.disableModule(), "-f", module));
    List<String> argv = inConfdir(programs.enableModule(), module);
    ServerProgram program = workspace.control().program(argv.get(0));
    String[] arguments = argv.subList(1, argv.size()).toArray(String[]::new);
    CommandResult result = program.run(arguments);
    if (!result.succeeded()) {
      throw program.failure(
          "The module " + module + " can't be enabled", "Enable it by hand.", result, arguments);
    }
    LOG.info("Enabled the Apache module {}.", module);
  }

  /** Debian's programs work on the usual directory unless they are told another one. */
  private List<String> inConfdir(String... argv) {
    Path root = workspace.setup().layout().serverRoot();
    List<String> all = new ArrayList<>();
    if (!root.equals(USUAL_ROOT) && environment.variable(CONFDIR).isEmpty()) {
      all.addAll(List.of("env", CONFDIR + "=" + root));
    }
    all.addAll(List.of(argv));
    return all;
  }

  private void requireSwitch(String module) {
    Programs programs = workspace.setup().programs();
    if (!programs.handlesModules() || programs.enableModule().isEmpty()) {
      throw ApacheTrouble.of(
          "Apache's module " + module + " is needed, but isn't loaded.",
          "Install it and have it loaded, then run this again.");
    }
    Path root = workspace.setup().layout().serverRoot();
    for (String directory : List.of("mods-available", "mods-enabled")) {
      if (!Files.isDirectory(root.resolve(directory))) {
        throw ApacheTrouble.of(
            "Apache's module "
                + module
                + " is needed, but can't be enabled: there is no directory "
                + root.resolve(directory)
                + ".",
            "Have it loaded by hand, then run this again.");
      }
    }
    if (programs.disableModule().isEmpty()
        || workspace.control().program(programs.disableModule()).file().isEmpty()) {
      throw ApacheTrouble.of(
          "Apache's module "
              + module
              + " is needed, but isn't enabled, since there is no program to disable it again.",
          "See --apache-dismod.");
    }
  }
}
