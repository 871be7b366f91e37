package io.github.certbot4j.config;

import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.OptionSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

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
  private final Supplier<OptionTable> wholeTable;

  private OptionTable(List<OptionSpec<?>> options, int coreCount) {
    this.options = List.copyOf(options);
    this.coreCount = coreCount;
    this.places = new HashMap<>(2 * options.size());
    this.byName = new HashMap<>(4 * options.size());
    this.wholeTable = () -> this;
    for (OptionSpec<?> option : options) {
      add(option);
    }
  }

  private OptionTable(OptionTable known, Supplier<OptionTable> wholeTable) {
    this.options = known.options;
    this.coreCount = known.coreCount;
    this.places = known.places;
    this.byName = known.byName;
    this.wholeTable = wholeTable;
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
   * A table with further plugins' options, which are costly to find. They are asked for, once, when
   * all options are wanted or one that isn't in this table; such a call may fail like {@link
   * #with}.
   */
  public OptionTable withFurther(Supplier<? extends Collection<? extends OptionSpec<?>>> further) {
    return new OptionTable(this, new Extended(this, further));
  }

  /** All options in order of declaration. */
  public List<OptionSpec<?>> options() {
    return wholeTable.get().options;
  }

  /**
   * Options in order of declaration, with these among them. Further plugins' options are there only
   * if one of these is such an option.
   */
  public List<OptionSpec<?>> optionsWith(Collection<String> keys) {
    return places.keySet().containsAll(keys) ? options : options();
  }

  /** Whether the option is of the program itself and not of a plugin. */
  public boolean isCore(OptionSpec<?> option) {
    Optional<OptionSpec<?>> core = coreByKey(option.key());
    return core.isPresent() && core.get() == option;
  }

  /** The option of a settings key. */
  public Optional<OptionSpec<?>> byKey(String key) {
    OptionTable table = places.containsKey(key) ? this : wholeTable.get();
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
    OptionTable table = byName.containsKey(name) ? this : wholeTable.get();
    return Optional.ofNullable(table.byName.get(name));
  }

  /** Every name, in no particular order. */
  public Collection<Name> names() {
    return List.copyOf(wholeTable.get().byName.values());
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

  /** Makes the whole table when it is first asked for. */
  private static final class Extended implements Supplier<OptionTable> {

    private final OptionTable known;
    private final Supplier<? extends Collection<? extends OptionSpec<?>>> further;
    private OptionTable whole;

    Extended(OptionTable known, Supplier<? extends Collection<? extends OptionSpec<?>>> further) {
      this.known = known;
      this.further = further;
    }

    @Override
    public OptionTable get() {
      if (whole == null) {
        Collection<? extends OptionSpec<?>> found = further.get();
        whole = found.isEmpty() ? known : known.with(found);
      }
      return whole;
    }
  }
}
