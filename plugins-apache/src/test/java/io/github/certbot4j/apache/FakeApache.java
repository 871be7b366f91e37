package io.github.certbot4j.apache;

import io.github.certbot4j.exec.Command;
import io.github.certbot4j.exec.CommandResult;
import io.github.certbot4j.exec.CommandRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Stands for Apache's programs, working on a directory of configuration. */
final class FakeApache implements CommandRunner {

  private final Path root;
  private final List<String> calls = new ArrayList<>();
  private final Set<String> builtIn = new TreeSet<>(Set.of("core", "authz_core", "mime"));
  private String version = "2.4.57";
  private String testComplaint = "";
  private String reloadComplaint = "";
  private Path offence = Path.of("/nonexistent");

  FakeApache(Path root) {
    this.root = root;
  }

  void version(String text) {
    version = text;
  }

  void load(String... modules) {
    builtIn.addAll(List.of(modules));
  }

  /** From now on the configuration is refused; an empty text has it accepted again. */
  void complain(String text) {
    testComplaint = text;
  }

  /** The configuration is refused as long as this file is there. */
  void complainWhile(String file) {
    offence = root.resolve(file);
  }

  void refuseReload(String text) {
    reloadComplaint = text;
  }

  /** The commands so far, each in one line without directories. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  long reloads() {
    return calls.stream().filter(call -> call.endsWith(" graceful")).count();
  }

  @Override
  public CommandResult run(Command command) {
    List<String> argv = new ArrayList<>(command.argv());
    if (argv.get(0).endsWith("/sh")) {
      return new CommandResult(0, "FROM_ENVVARS=/srv/vars\n", "");
    }
    while (argv.get(0).endsWith("env") || argv.get(0).startsWith("APACHE_CONFDIR=")) {
      argv.remove(0);
    }
    argv.set(0, Path.of(argv.get(0)).getFileName().toString());
    String line = String.join(" ", argv);
    calls.add(line);
    if (line.startsWith("a2enmod ")) {
      return enable(argv.get(1));
    }
    if (line.startsWith("a2dismod -f ")) {
      return disable(argv.get(2));
    }
    return control(line.substring(line.indexOf(' ') + 1));
  }

  private CommandResult control(String arguments) {
    if (arguments.equals("-v")) {
      return said("Server version: Apache/" + version + " (Debian)\n");
    }
    if (Files.exists(offence)) {
      return new CommandResult(1, "", "AH00526: Syntax error in " + offence + "\n");
    }
    if (!testComplaint.isEmpty()) {
      return new CommandResult(1, "Action '" + arguments + "' failed.\n", testComplaint + "\n");
    }
    if (arguments.startsWith("-t -D DUMP_RUN_CFG")) {
      return said(dump());
    }
    if (arguments.equals("graceful") && !reloadComplaint.isEmpty()) {
      return new CommandResult(1, "", reloadComplaint + "\n");
    }
    return said("");
  }

  private String dump() {
    StringBuilder out = new StringBuilder("Included configuration files:\n");
    out.append("  (*) ").append(root.resolve("apache2.conf")).append("\nServerRoot: \"");
    out.append(root).append("\"\nDefine: DUMP_RUN_CFG\nLoaded Modules:\n");
    Set<String> modules = new TreeSet<>(builtIn);
    modules.addAll(enabled());
    modules.forEach(module -> out.append(' ').append(module).append("_module (shared)\n"));
    return out.toString();
  }

  private Set<String> enabled() {
    Set<String> names = new TreeSet<>();
    if (Files.isDirectory(root.resolve("mods-enabled"))) {
      try (Stream<Path> files = Files.list(root.resolve("mods-enabled"))) {
        files.forEach(file -> names.add(file.getFileName().toString().replace(".load", "")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return names;
  }

  private CommandResult enable(String module) {
    try {
      Path link = root.resolve("mods-enabled/" + module + ".load");
      if (!Files.exists(root.resolve("mods-available/" + module + ".load"))) {
        return new CommandResult(1, "", "ERROR: Module " + module + " does not exist!\n");
      }
      Files.createSymbolicLink(link, Path.of("../mods-available/" + module + ".load"));
      return said("Enabling module " + module + ".\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CommandResult disable(String module) {
    try {
      Files.deleteIfExists(root.resolve("mods-enabled/" + module + ".load"));
      return said("Module " + module + " disabled.\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CommandResult said(String text) {
    return new CommandResult(0, text, "");
  }
}
