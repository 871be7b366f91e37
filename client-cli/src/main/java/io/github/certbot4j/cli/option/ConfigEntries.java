package io.github.certbot4j.cli.option;

import io.github.certbot4j.cli.option.ConfigFiles.ConfigFile;
import io.github.certbot4j.config.GeneralOptions;
import io.github.certbot4j.config.OptionTable;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.ini.CliIniFile.Entry;
import io.github.certbot4j.ini.CliIniFile.Value;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionType.Arity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the lines of configuration files into uses of options. A line has no effect if the same
 * option is used in a stronger file or on the command line, so that lists aren't mixed.
 */
final class ConfigEntries {

  private static final String LONG = "--";
  private static final List<OptionSpec<?>> NOT_FOR_FILES =
      List.of(GeneralOptions.HELP, GeneralOptions.VERSION);

  private final OptionTable table;
  private final NameResolver names;

  ConfigEntries(OptionTable table) {
    this.table = table;
    this.names = new NameResolver(table);
  }

  /**
   * All uses of options, weakest first: those of the files, then those of the line.
   *
   * @param files weakest first
   * @throws FailureException for unknown keys and values that don't fit
   */
  List<Occurrence> before(List<Occurrence> line, List<ConfigFile> files) {
    List<Occurrence> all = new ArrayList<>(line);
    for (int i = files.size() - 1; i >= 0; i--) {
      Set<String> stronger = uses(all);
      List<Occurrence> ofFile = new ArrayList<>();
      for (Occurrence occurrence : occurrences(files.get(i))) {
        if (!stronger.contains(mainName(occurrence.name()))) {
          ofFile.add(occurrence);
        }
      }
      all.addAll(0, ofFile);
    }
    return all;
  }

  private static Set<String> uses(List<Occurrence> occurrences) {
    Set<String> uses = new HashSet<>();
    for (Occurrence occurrence : occurrences) {
      uses.add(mainName(occurrence.name()));
    }
    return uses;
  }

  /** The positive and the negative names of a flag don't hide each other; the later one wins. */
  private static String mainName(OptionTable.Name name) {
    OptionSpec<?> option = name.option();
    return (name.negative() ? option.negativeNames() : option.names()).get(0);
  }

  /** Of a repeated key the last line counts, in the place of the first. */
  private List<Occurrence> occurrences(ConfigFile file) {
    Map<String, Entry> byKey = new LinkedHashMap<>();
    for (Entry entry : file.entries()) {
      byKey.put(longName(entry.key()), entry);
    }
    List<Occurrence> result = new ArrayList<>();
    for (Map.Entry<String, Entry> entry : byKey.entrySet()) {
      String place = file.path() + ", line " + entry.getValue().line();
      add(name(entry.getKey(), place), entry.getValue().value(), place, result);
    }
    return result;
  }

  private static String longName(String key) {
    return key.startsWith("-") ? key : LONG + key;
  }

  private OptionTable.Name name(String name, String place) {
    Optional<OptionTable.Name> known =
        name.startsWith(LONG) ? resolve(name, place) : Optional.empty();
    if (known.isEmpty() || NOT_FOR_FILES.contains(known.get().option())) {
      String key = name.startsWith(LONG) ? name.substring(LONG.length()) : name;
      throw UsageErrors.unknownKey(key, place, table);
    }
    return known.get();
  }

  private Optional<OptionTable.Name> resolve(String name, String place) {
    try {
      return names.resolve(name);
    } catch (FailureException e) {
      throw UsageErrors.usage(place + ": " + e.failure().what(), e.failure().advice());
    }
  }

  private void add(OptionTable.Name name, Value value, String place, List<Occurrence> result) {
    if (value instanceof Value.Items) {
      throw UsageErrors.badValue(name, place, "write several values as a, b without brackets");
    }
    String text = value instanceof Value.Text given ? given.value() : "true";
    if (name.option().takesArgument()) {
      result.add(new Occurrence(name, text, Origin.CONFIG_FILE, place));
      return;
    }
    String sets = String.valueOf(!name.negative());
    for (int uses = uses(name, text, place); uses > 0; uses--) {
      result.add(new Occurrence(name, sets, Origin.CONFIG_FILE, place));
    }
  }

  /** How often the line stands for the flag; false makes it stand for nothing. */
  private static int uses(OptionTable.Name name, String text, String place) {
    boolean counts = name.option().type().arity() == Arity.COUNT;
    if (counts && text.length() == 1 && Character.isDigit(text.charAt(0))) {
      return text.charAt(0) - '0';
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1" -> 1;
      case "false", "no", "0" -> 0;
      default ->
          throw UsageErrors.badValue(name, place, "expected true or false, not '" + text + "'");
    };
  }
}
