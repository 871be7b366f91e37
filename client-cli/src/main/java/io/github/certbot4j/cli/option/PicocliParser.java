package io.github.certbot4j.cli.option;

import io.github.certbot4j.config.OptionTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Matches normalised words with the options of the table, by means of picocli. */
final class PicocliParser {

  private PicocliParser() {}

  /**
   * Parses the words of one run. The command is built of those options only that occur in them:
   * building all of them is what makes a start slow.
   */
  static List<Occurrence> parse(List<Token> tokens) {
    if (tokens.isEmpty()) {
      return List.of();
    }
    List<Occurrence> occurrences = new ArrayList<>(tokens.size());
    List<String> words = new ArrayList<>(tokens.size());
    Map<String, OptionTable.Name> names = new LinkedHashMap<>();
    for (Token token : tokens) {
      String name = token.name().name();
      names.put(name, token.name());
      words.add(token.takesArgument() ? name + "=" + token.text() : name);
    }
    CommandSpec spec = CommandSpec.create().name("certbot");
    for (OptionTable.Name name : names.values()) {
      spec.addOption(option(name, occurrences));
    }
    parse(spec, words);
    return List.copyOf(occurrences);
  }

  private static void parse(CommandSpec spec, List<String> words) {
    CommandLine line = new CommandLine(spec);
    line.setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setPosixClusteredShortOptionsAllowed(false)
        .setOverwrittenOptionsAllowed(true);
    try {
      line.parseArgs(words.toArray(new String[0]));
    } catch (CommandLine.ParameterException e) {
      throw UsageErrors.usage(e.getMessage(), "");
    }
  }

  private static OptionSpec option(OptionTable.Name name, List<Occurrence> occurrences) {
    boolean takesArgument = name.option().takesArgument();
    return OptionSpec.builder(name.name())
        .arity(takesArgument ? "1" : "0")
        .type(takesArgument ? String.class : boolean.class)
        .parameterConsumer(new Collector(name, occurrences))
        .build();
  }

  /** Notes the uses of one name among those of all others. */
  private record Collector(OptionTable.Name name, List<Occurrence> occurrences)
      implements CommandLine.IParameterConsumer {

    @Override
    public void consumeParameters(Stack<String> arguments, ArgSpec argument, CommandSpec command) {
      boolean takesOne = name.option().takesArgument();
      String text = takesOne ? arguments.pop() : String.valueOf(!name.negative());
      occurrences.add(Occurrence.ofLine(name, text));
    }
  }
}
