package io.github.certbot4j.config;

import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.OptionSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All options of a run: the core's and those of the plugins that were found. Immutable. */
public final class OptionTable {

  /**
   * A name on the command line.
   *
   * @param name the name with its dashes
   * @param option what it sets
   * @param negative whether it sets a flag to false
   */
  public record Name(String name, OptionSpec<?> option, boolean negative) {}

  private final List<OptionSpec<?>> options;
  private final Map<String, OptionSpec<?>> byKey;
  private final Map<String, Name> byName;

  private final int coreCount;

  private OptionTable(List<OptionSpec<?>> options, int coreCount) {
    this.options = List.copyOf(options);
    this.coreCount = coreCount;
    this.byKey = new HashMap<>();
    this.byName = new HashMap<>();
    for (OptionSpec<?> option : options) {
      add(option);
    }
  }

  /** The core's options in the order in which help lists and renewal configurations keep them. */
  public static OptionTable core() {
    List<OptionSpec<?>> core = CoreOptions.inOrder();
    return new OptionTable(core, core.size());
  }

  /**
   * A table that has a plugin's options too, after those of this one.
   *
   * @throws FailureException naming the clash, when a name or key is taken
   */
  public OptionTable with(Collection<? extends OptionSpec<?>> pluginOptions) {
    List<OptionSpec<?>> all = new ArrayList<>(options);
    all.addAll(pluginOptions);
    return new OptionTable(all, coreCount);
  }

  /** All options in order of declaration. */
  public List<OptionSpec<?>> options() {
    return options;
  }

  /** Whether the option is of the program itself and not of a plugin. */
  public boolean isCore(OptionSpec<?> option) {
    return options.subList(0, coreCount).contains(option);
  }

  /** The option of a settings key. */
  public Optional<OptionSpec<?>> byKey(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** What a name with its dashes stands for; exact, without abbreviations. */
  public Optional<Name> byName(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Every name, in no particular order. */
  public Collection<Name> names() {
    return List.copyOf(byName.values());
  }

  private void add(OptionSpec<?> option) {
    if (byKey.putIfAbsent(option.key(), option) != null) {
      throw clash("settings key " + option.key());
    }
    for (String name : option.names()) {
      addName(new Name(name, option, false));
    }
    for (String name : option.negativeNames()) {
      addName(new Name(name, option, true));
    }
  }

  private void addName(Name name) {
    if (byName.putIfAbsent(name.name(), name) != null) {
      throw clash("name " + name.name());
    }
  }

  private static FailureException clash(String what) {
    return FailureException.rejected(
        "Two options have the " + what + ".", "Remove the plugin that was added last.");
  }
}
