package io.github.certbot4j.cli.help;

import io.github.certbot4j.cli.console.TextWrapper;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lays out what pages list: names at the left, what they mean in a column of its own. */
final class OptionLines {

  private static final int COLUMN = 24;
  private static final int MIN_TEXT = 11;
  private static final String INDENT = "  ";

  /** Options whose absence isn't a value. */
  private static final Set<String> WITHOUT_DEFAULT = Set.of("help", "version", "config_file");

  private final int width;

  /** Lines up to a width, in columns. */
  OptionLines(int width) {
    this.width = width;
  }

  /** An option's positive names. */
  String of(OptionSpec<?> option) {
    return entry(
        invocation(option.names(), argument(option)),
        option.description() + defaultNote(option, option.description()));
  }

  /** An option's negative names. */
  String ofNegative(OptionSpec<?> option) {
    String text = option.negativeDescription();
    return entry(invocation(option.negativeNames(), ""), text + defaultNote(option, text));
  }

  /** A name with a text in the column. */
  String entry(String name, String text) {
    StringBuilder lines = new StringBuilder(INDENT).append(name);
    int used = INDENT.length() + name.length();
    if (used > COLUMN - 2) {
      lines.append('\n');
      used = 0;
    }
    for (String line : TextWrapper.lines(text, Math.max(width - COLUMN, MIN_TEXT))) {
      lines.append(" ".repeat(COLUMN - used)).append(line).append('\n');
      used = 0;
    }
    return lines.toString();
  }

  /** A paragraph with the indent of names. */
  String paragraph(String text) {
    StringBuilder lines = new StringBuilder();
    for (String line : TextWrapper.lines(text, width - INDENT.length())) {
      lines.append(INDENT).append(line).append('\n');
    }
    return lines.toString();
  }

  private static String invocation(List<String> names, String argument) {
    List<String> forms = new ArrayList<>(names.size());
    for (String name : names) {
      forms.add(argument.isEmpty() ? name : name + " " + argument);
    }
    return String.join(", ", forms);
  }

  private static String argument(OptionSpec<?> option) {
    OptionType.Arity arity = option.type().arity();
    if (arity == OptionType.Arity.FLAG || arity == OptionType.Arity.COUNT) {
      return "";
    }
    if (!option.metavar().isEmpty()) {
      return option.metavar();
    }
    List<String> choices = option.type().choices();
    return choices.isEmpty()
        ? option.key().toUpperCase(Locale.ROOT)
        : "{" + String.join(",", choices) + "}";
  }

  private static String defaultNote(OptionSpec<?> option, String text) {
    return WITHOUT_DEFAULT.contains(option.key()) || text.contains("(default")
        ? ""
        : " (default: " + defaultText(option) + ")";
  }

  private static <T> String defaultText(OptionSpec<T> option) {
    Optional<T> value = option.defaultValue();
    if (value.isEmpty()) {
      return option.type().arity() == OptionType.Arity.REPEATED ? "[]" : "None";
    }
    if (value.get() instanceof Map<?, ?> map && map.isEmpty()) {
      return "{}";
    }
    List<String> texts = option.type().format(value.get());
    return texts.isEmpty() ? "[]" : String.join(",", texts);
  }
}
