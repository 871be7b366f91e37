package io.github.certbot4j.cli.help;

import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What pages show as one item: the positive or the negative names of an option.
 *
 * @param negative whether it is about the names that set a flag to false
 */
public record OptionEntry(OptionSpec<?> option, boolean negative) {

  /** Options whose absence isn't a value. */
  private static final Set<String> WITHOUT_DEFAULT = Set.of("help", "version", "config_file");

  /** The items of an option that isn't hidden, at most two. */
  public static List<OptionEntry> shown(OptionSpec<?> option) {
    List<OptionEntry> entries = new ArrayList<>(2);
    if (!option.hidden() && !option.names().isEmpty()) {
      entries.add(new OptionEntry(option, false));
    }
    if (!option.negativeHidden() && !option.negativeNames().isEmpty()) {
      entries.add(new OptionEntry(option, true));
    }
    return entries;
  }

  List<String> topics() {
    return negative ? option.negativeTopics() : option.topics();
  }

  /** The names, each with the argument it takes. */
  public List<String> forms() {
    if (negative) {
      return option.negativeNames();
    }
    String argument = option.metavar();
    return option.names().stream()
        .map(name -> argument.isEmpty() ? name : name + " " + argument)
        .toList();
  }

  public String description() {
    return negative ? option.negativeDescription() : option.description();
  }

  /** The default as users write it; empty if the description tells it or there is none to tell. */
  public String defaultText() {
    return WITHOUT_DEFAULT.contains(option.key()) || description().contains("(default")
        ? ""
        : defaultText(option);
  }

  /** The description with the default. */
  public String text() {
    String value = defaultText();
    return value.isEmpty() ? description() : description() + " (default: " + value + ")";
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
