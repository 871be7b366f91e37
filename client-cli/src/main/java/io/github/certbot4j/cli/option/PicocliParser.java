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
   * building all of them is what makes a start slow. Where there are only flags, as in {@code renew
   * -q}, there is nothing to match, and picocli isn't loaded.
   */
  static List<Occurrence> parse(List<Token> tokens) {
    return haveArguments(tokens) ? matched(tokens) : flags(tokens);
  }

  private static boolean haveArguments(List<Token> tokens) {
    for (Token token : tokens) {
      if (token.takesArgument()) {
        return true;
      }
    }
    return false;
  }

  private static List<Occurrence> flags(List<Token> tokens) {
    List<Occurrence> occurrences = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      occurrences.add(Occurrence.ofFlag(token.name()));
    }
    return List.copyOf(occurrences);
  }

  private static List<Occurrence> matched(List<Token> tokens) {
    List<Occurrence> occurrences = new ArrayList<>(tokens.size());
    List<String> words = new ArrayList<>(tokens.size());
    Map<String, OptionTable.Name> names = new LinkedHashMap<>();
    for (Token token : tokens) {
      String name = token.name().name();
      names.put(name, token.name());
      words.add(token.takesArgument() ? name + "=" + token.text() : name);
    }
    leaveOutWhatIsNotUsed();
    CommandSpec spec = CommandSpec.create().name("certbot");
    for (OptionTable.Name name : names.values()) {
      spec.addOption(option(name, occurrences));
    }
    parse(spec, words);
    return List.copyOf(occurrences);
  }

  /**
   * Keeps picocli from opening every jar in search of Groovy, and from loading the classes for all
   * types of values it knows: here it sees nothing but strings.
   */
  private static void leaveOutWhatIsNotUsed() {
    System.setProperty("picocli.disable.closures", "true");
    System.setProperty("picocli.converters.excludes", ".*");
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

  /**
   * Notes the uses of one name among those of all others. No record, since picocli compares it: the
   * JVM makes up a record's comparison at run time, at the price of the whole parsing.
   */
  private static final class Collector implements CommandLine.IParameterConsumer {

    private final OptionTable.Name name;
    private final List<Occurrence> occurrences;

    Collector(OptionTable.Name name, List<Occurrence> occurrences) {
      this.name = name;
      this.occurrences = occurrences;
    }

    @Override
    public void consumeParameters(Stack<String> arguments, ArgSpec argument, CommandSpec command) {
      occurrences.add(
          name.option().takesArgument()
              ? Occurrence.ofLine(name, arguments.pop())
              : Occurrence.ofFlag(name));
    }
  }
}
