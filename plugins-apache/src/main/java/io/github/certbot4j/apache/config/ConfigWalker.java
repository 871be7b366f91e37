package io.github.certbot4j.apache.config;

import io.github.certbot4j.apache.parse.ConfigDocument;
import io.github.certbot4j.apache.parse.ConfigSyntaxException;
import io.github.certbot4j.apache.parse.Directive;
import io.github.certbot4j.apache.parse.Node;
import io.github.certbot4j.apache.parse.NodeList;
import io.github.certbot4j.apache.parse.Section;
import io.github.certbot4j.apache.parse.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes through documents in the order in which the server reads them. */
final class ConfigWalker {

  private static final Logger LOG = LoggerFactory.getLogger(ConfigWalker.class);

  /** As deep as the server includes files; macros count too. */
  private static final int DEEPEST = 128;

  /** More than any configuration has, and few enough for memory. */
  private static final int MOST_STATEMENTS = 1_000_000;

  /** Each use of a macro is parsed anew. */
  private static final int COST_OF_MACRO = 20;

  private final ConfigFiles files;
  private final Path serverRoot;
  private final Variables variables;
  private final Modules modules;
  private final Conditions conditions;
  private final Macros macros = new Macros();
  private final Set<String> namesDefinedInFiles = new HashSet<>();
  private final List<Statement> statements = new ArrayList<>();
  private final Map<Section, HostBlock> hosts = new LinkedHashMap<>();
  private final Map<Path, ConfigDocument> documents = new LinkedHashMap<>();
  private final Set<Path> enabledFiles = new LinkedHashSet<>();
  private boolean enabled = true;
  private int count;

  ConfigWalker(ConfigFiles files, ServerFacts facts, Variables variables) {
    this.files = files;
    this.serverRoot = facts.serverRoot();
    this.variables = variables;
    this.modules = new Modules(facts.modules());
    this.conditions = new Conditions(facts, modules, variables);
  }

  /** Reads a file that the server reads. */
  void read(Path file) {
    document(file, new Frame(statements, 0, false));
  }

  /** Reads a file that the server doesn't read, unless it turned out to. */
  void readDisabled(Path file) {
    enabled = false;
    try {
      if (!documents.containsKey(files.document(file).file())) {
        document(file, new Frame(new ArrayList<>(), 0, false));
      }
    } catch (ConfigSyntaxException e) {
      LOG.warn("Leaving out a file that Apache doesn't read: {}", e.getMessage());
    }
  }

  boolean hasRead(Path realFile) {
    return documents.containsKey(realFile);
  }

  Set<String> namesDefinedInFiles() {
    return namesDefinedInFiles;
  }

  LoadedConfiguration result() {
    return new LoadedConfiguration(
        List.copyOf(statements),
        List.copyOf(hosts.values()),
        List.copyOf(documents.values()),
        Set.copyOf(enabledFiles));
  }

  private void document(Path file, Frame frame) {
    ConfigDocument document = files.document(file);
    documents.put(document.file(), document);
    if (enabled) {
      enabledFiles.add(document.file());
    }
    walk(document.top(), frame);
  }

  private void walk(NodeList list, Frame frame) {
    for (Node node : list.nodes()) {
      if (node instanceof Section section) {
        section(section, frame);
      } else if (node instanceof Directive directive) {
        directive(directive, frame);
      }
    }
  }

  private void section(Section section, Frame frame) {
    if (Conditions.isCondition(section)) {
      if (conditions.holds(section)) {
        walk(section.body(), frame);
      } else {
        noteDefinitions(section);
      }
    } else if (section.is("Macro")) {
      macros.define(section);
    } else if (section.is("VirtualHost")) {
      host(section, frame);
    } else {
      walk(section.body(), frame);
    }
  }

  private void host(Section section, Frame frame) {
    if (hosts.containsKey(section)) {
      return;
    }
    List<String> addresses = Words.of(variables.resolve(section.argumentText()));
    List<Statement> inside = new ArrayList<>();
    hosts.put(section, new HostBlock(section, addresses, inside, frame.fromMacro, enabled));
    walk(section.body(), new Frame(inside, frame.depth, frame.fromMacro));
  }

  private void directive(Directive directive, Frame frame) {
    List<String> arguments = directive.arguments().stream().map(variables::resolve).toList();
    Statement statement = new Statement(directive, arguments, frame.fromMacro);
    if (++count > MOST_STATEMENTS) {
      throw endless(statement);
    }
    frame.statements.add(statement);
    switch (directive.name().toLowerCase(Locale.ROOT)) {
      case "include", "includeoptional" -> include(statement, frame);
      case "define" -> define(statement);
      case "undefine" -> variables.undefine(statement.argument(0));
      case "loadmodule" -> {
        modules.add(statement.argument(0));
        modules.addFile(statement.argument(1));
      }
      case "use" -> use(statement, frame);
      case "undefmacro" -> macros.undefine(statement.argument(0));
      default -> {
        // Only looked at when somebody asks for it.
      }
    }
  }

  private void include(Statement statement, Frame frame) {
    for (String argument : statement.arguments()) {
      for (Path file : IncludedFiles.of(serverRoot, argument)) {
        document(file, frame.deeper(statement, false));
      }
    }
  }

  private void define(Statement statement) {
    namesDefinedInFiles.add(statement.argument(0));
    if (statement.arguments().size() > 1) {
      variables.define(statement.argument(0), statement.argument(1));
    } else {
      variables.define(statement.argument(0));
    }
  }

  private void use(Statement statement, Frame frame) {
    String name = statement.argument(0);
    if (macros.has(name)) {
      count += COST_OF_MACRO;
      List<String> values = statement.arguments().subList(1, statement.arguments().size());
      walk(macros.expand(name, values).top(), frame.deeper(statement, true));
    }
  }

  /** Notes which names a part that doesn't count would define. */
  private void noteDefinitions(Section section) {
    for (Node node : section.body().nodes()) {
      if (node instanceof Section inner) {
        noteDefinitions(inner);
      } else if (node instanceof Directive directive
          && directive.is("Define")
          && !directive.arguments().isEmpty()) {
        namesDefinedInFiles.add(directive.arguments().get(0));
      }
    }
  }

  private static ConfigSyntaxException endless(Statement statement) {
    return new ConfigSyntaxException(
        statement.document().file(),
        statement.directive().line(),
        1,
        "included files or macros are nested without end");
  }

  /** Where the walk is: what collects the directives, and how it got there. */
  private record Frame(List<Statement> statements, int depth, boolean fromMacro) {

    Frame deeper(Statement cause, boolean macro) {
      if (depth >= DEEPEST) {
        throw endless(cause);
      }
      return new Frame(statements, depth + 1, fromMacro || macro);
    }
  }
}
