package io.github.certbot4j.apache.config;

import io.github.certbot4j.spi.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a configuration as the server does. */
public final class ConfigReader {

  private final ConfigFiles files;
  private final Environment environment;

  /**
   * A reader.
   *
   * @param files keeps the documents, so that reading again is cheap and knows of edits
   * @param environment the variables that the server is started with
   */
  public ConfigReader(ConfigFiles files, Environment environment) {
    this.files = files;
    this.environment = environment;
  }

  /**
   * Reads all.
   *
   * @param root the file that the server begins with
   * @param facts what the server says; modules that it is going to have may be among the loaded
   * @param others files that the server may not read, and whose virtual hosts could be enabled
   */
  public LoadedConfiguration read(Path root, ServerFacts facts, List<Path> others) {
    Map<String, String> reported = facts.defines();
    Pass pass = pass(root, facts, reported);
    if (!pass.walker.namesDefinedInFiles().isEmpty()) {
      // The server reports what is defined in the end. A name that files define wasn't in the
      // beginning, unless what comes out otherwise differs from the report.
      Map<String, String> initial = new HashMap<>(reported);
      initial.keySet().removeAll(pass.walker.namesDefinedInFiles());
      pass = pass(root, facts, initial);
      Set<String> wrong = difference(pass.variables.defined(), reported);
      if (!wrong.isEmpty() && initial.size() < reported.size()) {
        wrong.forEach(name -> copy(reported, initial, name));
        pass = pass(root, facts, initial);
      }
    }
    for (Path file : facts.includes()) {
      if (Files.exists(file) && !pass.walker.hasRead(files.document(file).file())) {
        pass.walker.read(file);
      }
    }
    others.forEach(pass.walker::readDisabled);
    return pass.walker.result();
  }

  /** The files that an absolute pattern stands for, directories left out. */
  public List<Path> filesOf(String pattern) {
    return IncludedFiles.of(Path.of("/"), pattern);
  }

  private Pass pass(Path root, ServerFacts facts, Map<String, String> defines) {
    Variables variables = new Variables(defines, environment);
    ConfigWalker walker = new ConfigWalker(files, facts, variables);
    walker.read(root);
    return new Pass(walker, variables);
  }

  private static Set<String> difference(Map<String, String> found, Map<String, String> reported) {
    Set<String> wrong = new HashSet<>(found.keySet());
    wrong.addAll(reported.keySet());
    wrong.removeIf(name -> found.containsKey(name) && found.get(name).equals(reported.get(name)));
    return wrong;
  }

  private static void copy(Map<String, String> from, Map<String, String> to, String name) {
    if (from.containsKey(name)) {
      to.put(name, from.get(name));
    }
  }

  private record Pass(ConfigWalker walker, Variables variables) {}
}
