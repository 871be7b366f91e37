package io.github.certbot4j.pages;

import io.github.certbot4j.cli.help.HelpContents;
import io.github.certbot4j.cli.help.HelpSection;
import io.github.certbot4j.cli.help.VerbText;
import io.github.certbot4j.cli.option.Verb;
import io.github.certbot4j.config.OptionTable;
import io.github.certbot4j.pages.CompletedOption.Argument;
import io.github.certbot4j.spi.Plugin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Makes the scripts with which shells complete the command, from templates and declarations. */
final class Completions {

  private final List<CompletedOption> options;

  Completions(OptionTable table, List<Plugin> plugins) {
    Set<String> topics = new LinkedHashSet<>(List.of("all", "commands"));
    for (HelpSection section : new HelpContents(table, plugins).sections()) {
      topics.add(section.topic());
    }
    Predicate<Plugin> authenticates = plugin -> plugin.authenticator().isPresent();
    Predicate<Plugin> installs = plugin -> plugin.installer().isPresent();
    this.options =
        CompletedOption.all(
            table,
            Map.of(
                "help", new ArrayList<>(topics),
                "authenticator", names(plugins, authenticates),
                "installer", names(plugins, installs),
                "configurator", names(plugins, authenticates.and(installs))));
  }

  private static List<String> names(List<Plugin> plugins, Predicate<Plugin> wanted) {
    return plugins.stream()
        .filter(plugin -> !plugin.hidden())
        .filter(wanted)
        .map(Plugin::name)
        .sorted()
        .toList();
  }

  /** The script for bash. */
  String bash(String template) {
    StringBuilder cases = new StringBuilder();
    for (CompletedOption option : options) {
      if (!option.words().isEmpty()) {
        cases.append("    ").append(String.join(" | ", option.names())).append(")\n");
        cases.append("      words='").append(String.join(" ", option.words())).append("'\n");
        cases.append("      ;;\n");
      }
    }
    return template
        .replace("@words@\n", cases)
        .replace("@files@", alternatives(Argument.FILE))
        .replace("@certificates@", alternatives(Argument.CERTIFICATE))
        .replace("@anything@", alternatives(Argument.ANYTHING))
        .replace("@options@", lines(options.stream().flatMap(one -> one.names().stream()).toList()))
        .replace("@verbs@", lines(verbs()));
  }

  /** The script for zsh. */
  String zsh(String template) {
    StringBuilder specifications = new StringBuilder();
    for (CompletedOption option : options) {
      for (String name : option.names()) {
        String assigned = takesArgument(option) ? isLong(name) ? "=" : "+" : "";
        specifications
            .append("    '*")
            .append(name)
            .append(assigned)
            .append('[')
            .append(inBrackets(option.summary()))
            .append(']')
            .append(zshArgument(option))
            .append("'\n");
      }
    }
    return template
        .replace("@options@\n", specifications)
        .replace("@verbs@\n", described("    '%s:%s'\n", Completions::inBrackets));
  }

  /** The script for fish. */
  String fish(String template) {
    StringBuilder lines = new StringBuilder();
    for (CompletedOption option : options) {
      lines.append("complete -c certbot");
      for (String name : option.names()) {
        boolean longName = isLong(name);
        lines.append(longName ? " -l " : " -s ").append(name.substring(longName ? 2 : 1));
      }
      lines.append(fishArgument(option));
      lines.append(" -d ").append(quoted(option.summary())).append('\n');
      if (option.argument() == Argument.OPTIONAL_WORDS) {
        lines.append("complete -c certbot -n '__fish_prev_arg_in ");
        lines.append(String.join(" ", option.names())).append("' -a ");
        lines.append(quoted(String.join(" ", option.words()))).append('\n');
      }
    }
    return template
        .replace("@options@\n", lines)
        .replace(
            "@verbs@\n",
            described(
                "complete -c certbot -n __certbot_needs_verb -a %s -d %s\n", Completions::quoted))
        .replace("@verb words@", String.join(" ", verbs()));
  }

  private static List<String> verbs() {
    return Arrays.stream(Verb.values()).map(Verb::word).toList();
  }

  private static String described(String format, UnaryOperator<String> escape) {
    StringBuilder text = new StringBuilder();
    for (Verb verb : Verb.values()) {
      String summary = escape.apply(VerbText.of(verb).summary());
      text.append(String.format(Locale.ROOT, format, verb.word(), summary));
    }
    return text.toString();
  }

  private String alternatives(Argument argument) {
    return options.stream()
        .filter(option -> option.argument() == argument)
        .flatMap(option -> option.names().stream())
        .collect(Collectors.joining(" |\\\n      "));
  }

  private static String lines(List<String> words) {
    return String.join("\n    ", words);
  }

  private static boolean takesArgument(CompletedOption option) {
    return option.argument() != Argument.NONE && option.argument() != Argument.OPTIONAL_WORDS;
  }

  private static boolean isLong(String name) {
    return name.startsWith("--");
  }

  private static String zshArgument(CompletedOption option) {
    String head = ":" + option.metavar().toLowerCase(Locale.ROOT).replace(":", "") + ":";
    return switch (option.argument()) {
      case NONE -> "";
      case ANYTHING -> head;
      case FILE -> head + "_files";
      case WORDS -> head + "(" + String.join(" ", option.words()) + ")";
      case OPTIONAL_WORDS -> "::word:(" + String.join(" ", option.words()) + ")";
      case CERTIFICATE -> head + "_certbot_certificates";
    };
  }

  private static String fishArgument(CompletedOption option) {
    return switch (option.argument()) {
      case NONE -> "";
      case ANYTHING -> " -x";
      case FILE -> " -r -F";
      case WORDS -> " -x -a " + quoted(String.join(" ", option.words()));
      case OPTIONAL_WORDS -> "";
      case CERTIFICATE -> " -x -a '(__certbot_certificates)'";
    };
  }

  /** For a word between brackets or after a colon, within single quotes. */
  private static String inBrackets(String text) {
    return text.replace("'", "'\\''").replaceAll("[\\[\\]:]", "\\\\$0");
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
