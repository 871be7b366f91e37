package io.github.certbot4j.cli.option;

import io.github.certbot4j.config.OptionTable;
import io.github.certbot4j.spi.OptionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Resolves the liberties of a command line: names cut short, arguments attached in various ways,
 * short options in one word. The rules are those of Python's argparse, which users of the original
 * program are used to.
 */
final class ArgumentNormalizer {

  private static final String END_OF_OPTIONS = "--";

  private final OptionTable table;
  private final NameResolver names;
  private final List<String> arguments;
  private final List<Occurrence> uses = new ArrayList<>();
  private final List<String> leftOver = new ArrayList<>();
  private int next;
  private boolean optionsEnded;

  private ArgumentNormalizer(OptionTable table, List<String> arguments) {
    this.table = table;
    this.names = new NameResolver(table);
    this.arguments = arguments;
  }

  /**
   * What a line says.
   *
   * @param uses the uses of options in their order
   * @param leftOver words that are neither options nor arguments of any
   */
  record Line(List<Occurrence> uses, List<String> leftOver) {}

  /**
   * Normalises the words of a line.
   *
   * @param arguments the line without its verb
   * @throws io.github.certbot4j.model.FailureException with a usage failure for an ambiguous name,
   *     a missing argument, or an argument for a flag
   */
  static Line normalize(OptionTable table, List<String> arguments) {
    ArgumentNormalizer normalizer = new ArgumentNormalizer(table, arguments);
    while (normalizer.next < arguments.size()) {
      normalizer.readWord();
    }
    return new Line(List.copyOf(normalizer.uses), List.copyOf(normalizer.leftOver));
  }

  private void readWord() {
    String word = arguments.get(next++);
    if (!optionsEnded && word.equals(END_OF_OPTIONS)) {
      optionsEnded = true;
    }
    Optional<Use> use = optionsEnded ? Optional.empty() : use(word);
    if (use.isEmpty()) {
      leftOver.add(word);
    } else if (use.get().bundle()) {
      readBundle(word);
    } else {
      add(use.get().name(), use.get().attached());
    }
  }

  /**
   * A word read as the use of an option.
   *
   * @param attached the argument in the same word, if any
   * @param bundle whether it is short options in one word, to be read letter by letter
   */
  private record Use(OptionTable.Name name, Optional<String> attached, boolean bundle) {}

  /** Empty for a word that isn't the use of a known option. */
  private Optional<Use> use(String word) {
    if (word.length() < 2 || word.charAt(0) != '-') {
      return Optional.empty();
    }
    int equals = word.indexOf('=');
    String given = equals < 0 ? word : word.substring(0, equals);
    Optional<String> attached =
        equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
    Optional<OptionTable.Name> name = names.resolve(given);
    if (name.isPresent()) {
      return Optional.of(new Use(name.get(), attached, false));
    }
    Optional<OptionTable.Name> first = word.charAt(1) == '-' ? name : shortName(word.charAt(1));
    return first.map(option -> new Use(option, Optional.empty(), true));
  }

  private Optional<OptionTable.Name> shortName(char letter) {
    return table.byName("-" + letter);
  }

  /** Reads {@code -nvd a.example}, {@code -da.example} and what lies between. */
  private void readBundle(String word) {
    for (int at = 1; at < word.length(); at++) {
      Optional<OptionTable.Name> name = shortName(word.charAt(at));
      if (name.isEmpty()) {
        throw UsageErrors.usage(
            "There is no option -" + word.charAt(at) + ", as in " + word + ".", "");
      }
      if (name.get().option().takesArgument()) {
        String rest = word.substring(at + 1);
        String text = rest.startsWith("=") ? rest.substring(1) : rest;
        add(name.get(), rest.isEmpty() ? Optional.empty() : Optional.of(text));
        return;
      }
      add(name.get(), Optional.empty());
    }
  }

  private void add(OptionTable.Name name, Optional<String> attached) {
    OptionSpec<?> option = name.option();
    if (option.takesArgument()) {
      uses.add(Occurrence.ofLine(name, attached.isPresent() ? attached.get() : argument(name)));
    } else if (attached.isPresent()) {
      throw UsageErrors.badValue(name, "", "takes no value, yet '" + attached.get() + "' is given");
    } else {
      uses.add(Occurrence.ofFlag(name));
    }
  }

  private String argument(OptionTable.Name name) {
    if (next == arguments.size() || looksLikeOption(arguments.get(next))) {
      throw UsageErrors.badValue(name, "", "expected a value");
    }
    return arguments.get(next++);
  }

  /** Whether a word is an option, known or not, rather than the argument of the one before it. */
  private boolean looksLikeOption(String word) {
    if (word.length() < 2 || word.charAt(0) != '-') {
      return false;
    }
    return use(word).isPresent() || !isNegativeNumber(word) && word.indexOf(' ') < 0;
  }

  private static boolean isNegativeNumber(String word) {
    boolean digit = false;
    boolean point = false;
    for (int i = 1; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '.' && !point) {
        point = true;
        digit = false;
      } else if (c >= '0' && c <= '9') {
        digit = true;
      } else {
        return false;
      }
    }
    return digit;
  }
}
