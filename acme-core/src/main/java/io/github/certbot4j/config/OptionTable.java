package io.github.certbot4j.config;

import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.OptionSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All options of a run: the core's and those of plugins. Immutable, except that a table made by
 * {@link #withFurther} gets some of its options only when they are needed.
 */
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
  private final Map<String, Integer> places;
  private final Map<String, Name> byName;
  private final int coreCount;
  private final Growth growth;

  private OptionTable(List<OptionSpec<?>> options, int coreCount) {
    this.options = List.copyOf(options);
    this.coreCount = coreCount;
    this.places = new HashMap<>(2 * options.size());
    this.byName = new HashMap<>(4 * options.size());
    this.growth = new Fixed(this);
    for (OptionSpec<?> option : options) {
      add(option);
    }
  }

  private OptionTable(OptionTable known, Growth growth) {
    this.options = known.options;
    this.coreCount = known.coreCount;
    this.places = known.places;
    this.byName = known.byName;
    this.growth = growth;
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

  /**
   * A table with further plugins' options, which are costly to find. For an option that isn't in
   * this table those plugins are looked at that it seems to belong to, and all when that was wrong
   * or when all options are wanted; such a call may fail like {@link #with}.
   */
  public OptionTable withFurther(FurtherOptions further) {
    return new OptionTable(this, new Growing(this, further));
  }

  /** All options in order of declaration. */
  public List<OptionSpec<?>> options() {
    return growth.whole().options;
  }

  /**
   * The options that were found until now, in order of declaration: the core's, and those of all
   * plugins that were looked at. No other can have been given or restored.
   */
  public List<OptionSpec<?>> optionsSoFar() {
    return growth.soFar().options;
  }

  /** Whether the option is of the program itself and not of a plugin. */
  public boolean isCore(OptionSpec<?> option) {
    Optional<OptionSpec<?>> core = coreByKey(option.key());
    return core.isPresent() && core.get() == option;
  }

  /** The option of a settings key. */
  public Optional<OptionSpec<?>> byKey(String key) {
    OptionTable table = having(key);
    Integer place = table.places.get(key);
    return place == null ? Optional.empty() : Optional.of(table.options.get(place));
  }

  /** The option of a settings key if it is of the program itself; looks for no others. */
  public Optional<OptionSpec<?>> coreByKey(String key) {
    Integer place = places.get(key);
    return place == null || place >= coreCount ? Optional.empty() : Optional.of(options.get(place));
  }

  /** What a name with its dashes stands for; exact, without abbreviations. */
  public Optional<Name> byName(String name) {
    return Optional.ofNullable(having(name).byName.get(name));
  }

  /** Every name, in no particular order. */
  public Collection<Name> names() {
    return List.copyOf(growth.whole().byName.values());
  }

  /** This table, or what it must become to have a key or a name; no key is anything's name. */
  private OptionTable having(String option) {
    return has(option) ? this : growth.until(option);
  }

  private boolean has(String option) {
    return places.containsKey(option) || byName.containsKey(option);
  }

  private void add(OptionSpec<?> option) {
    if (places.putIfAbsent(option.key(), places.size()) != null) {
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

  /** What a table becomes when more plugins are looked at. */
  private interface Growth {

    OptionTable soFar();

    /** Grows until it has the option, or all. */
    OptionTable until(String option);

    OptionTable whole();
  }

  /** A table that has all options from the beginning. */
  private record Fixed(OptionTable soFar) implements Growth {

    @Override
    public OptionTable until(String option) {
      return soFar;
    }

    @Override
    public OptionTable whole() {
      return soFar;
    }
  }

  private static final class Growing implements Growth {

    private final OptionTable known;
    private final FurtherOptions further;
    private OptionTable grown;

    Growing(OptionTable known, FurtherOptions further) {
      this.known = known;
      this.further = further;
      this.grown = known;
    }

    @Override
    public OptionTable soFar() {
      Collection<? extends OptionSpec<?>> found = further.found();
      if (known.options.size() + found.size() > grown.options.size()) {
        grown = known.with(found);
      }
      return grown;
    }

    @Override
    public OptionTable until(String option) {
      if (grown.has(option)) {
        return grown;
      }
      further.lookFor(option);
      return soFar().has(option) ? grown : whole();
    }

    @Override
    public OptionTable whole() {
      further.lookAtAll();
      return soFar();
    }
  }
}
