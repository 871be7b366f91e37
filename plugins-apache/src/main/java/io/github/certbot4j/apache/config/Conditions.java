package io.github.certbot4j.apache.config;

import io.github.certbot4j.apache.parse.Section;
import io.github.certbot4j.apache.parse.Words;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Decides the conditions that the server evaluates while it reads its configuration. */
final class Conditions {

  private static final Set<String> DECIDED = Set.of("ifmodule", "ifdefine", "ifversion", "iffile");

  /** What only the server can decide; their content counts. */
  private static final Set<String> UNDECIDED = Set.of("ifdirective", "ifsection");

  private final ServerFacts facts;
  private final Modules modules;
  private final Variables variables;

  Conditions(ServerFacts facts, Modules modules, Variables variables) {
    this.facts = facts;
    this.modules = modules;
    this.variables = variables;
  }

  /** Whether the section is a condition and nothing else. */
  static boolean isCondition(Section section) {
    String name = section.name().toLowerCase(Locale.ROOT);
    return DECIDED.contains(name) || UNDECIDED.contains(name);
  }

  /** Whether what is in the section counts. */
  boolean holds(Section section) {
    String name = section.name().toLowerCase(Locale.ROOT);
    if (UNDECIDED.contains(name)) {
      return true;
    }
    String argument = variables.resolve(section.argumentText());
    boolean negated = argument.startsWith("!");
    String test = negated ? argument.substring(1) : argument;
    boolean result =
        switch (name) {
          case "ifmodule" -> modules.has(unquoted(test));
          case "ifdefine" -> variables.isDefined(unquoted(test));
          case "iffile" -> exists(unquoted(test));
          default -> versionFits(test);
        };
    return result != negated;
  }

  private static String unquoted(String argument) {
    List<String> words = Words.of(argument);
    return words.isEmpty() ? "" : words.get(0);
  }

  private boolean exists(String file) {
    try {
      return Files.exists(facts.serverRoot().resolve(file));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private boolean versionFits(String test) {
    List<String> words = Words.of(test);
    if (words.isEmpty()) {
      return true;
    }
    String operator = words.size() == 1 ? "=" : words.get(0);
    String wanted = words.get(words.size() - 1);
    try {
      if (operator.equals("~")) {
        return matches(wanted);
      }
      if (operator.startsWith("=") && wanted.length() > 1 && wanted.startsWith("/")) {
        return matches(wanted.substring(1, wanted.length() - 1));
      }
      return compares(operator, facts.version().compareTo(ServerVersion.parse(wanted)));
    } catch (NumberFormatException | PatternSyntaxException e) {
      return true;
    }
  }

  private boolean matches(String pattern) {
    return Pattern.compile(pattern).matcher(facts.version().toString()).find();
  }

  private static boolean compares(String operator, int order) {
    return switch (operator) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      default -> order == 0;
    };
  }
}
