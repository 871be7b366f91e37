package io.github.certbot4j.config;

import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionValues;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The immutable option values of a run or of one lineage in it. */
public final class Settings implements OptionValues {

  private static final Settings EMPTY = new Settings(Map.of(), Set.of());

  private final Map<String, Setting<?>> values;
  private final Set<String> markedAsSet;

  /** Takes the collections over: nobody else may change them afterwards. */
  private Settings(Map<String, Setting<?>> values, Set<String> markedAsSet) {
    this.values = values;
    this.markedAsSet = markedAsSet;
  }

  /** Nothing but defaults. */
  public static Settings empty() {
    return EMPTY;
  }

  @Override
  public <T> Optional<T> find(OptionSpec<T> option) {
    Optional<Setting<T>> setting = setting(option);
    return setting.isPresent() ? Optional.of(setting.get().value()) : option.defaultValue();
  }

  /** The value with its origin; empty when the default is in force. */
  @SuppressWarnings("unchecked")
  public <T> Optional<Setting<T>> setting(OptionSpec<T> option) {
    return Optional.ofNullable((Setting<T>) values.get(option.key()));
  }

  public Origin origin(OptionSpec<?> option) {
    Setting<?> setting = values.get(option.key());
    return setting == null ? Origin.DEFAULT : setting.origin();
  }

  @Override
  public boolean isSetByUser(OptionSpec<?> option) {
    Setting<?> setting = values.get(option.key());
    return markedAsSet.contains(option.key()) || (setting != null && setting.setByUser());
  }

  /**
   * A copy in which the option has the value; it counts as set by the user if the origin says so.
   */
  public <T> Settings with(OptionSpec<T> option, T value, Origin origin) {
    Map<String, Setting<?>> copy = new HashMap<>(values);
    copy.put(option.key(), new Setting<>(value, origin, origin.isUser()));
    return new Settings(copy, markedAsSet);
  }

  /** A copy in which the option has its default again and doesn't count as set. */
  public Settings without(OptionSpec<?> option) {
    Map<String, Setting<?>> copy = new HashMap<>(values);
    copy.remove(option.key());
    Set<String> marks = new HashSet<>(markedAsSet);
    marks.remove(option.key());
    return new Settings(copy, marks);
  }

  /** A copy in which the option counts as set by the user, whatever its value. */
  public Settings markedAsSet(OptionSpec<?> option) {
    Set<String> copy = new HashSet<>(markedAsSet);
    copy.add(option.key());
    return new Settings(values, copy);
  }

  /** A builder that begins with these values and marks. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** The keys that have a value other than by default. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /**
   * Collects values one after the other; a later one replaces an earlier one of the same option.
   * Builds one result.
   */
  public static final class Builder {

    private final Map<String, Setting<?>> values;
    private final Set<String> marks;
    private boolean built;

    public Builder() {
      this(EMPTY);
    }

    private Builder(Settings start) {
      values = new HashMap<>(start.values);
      marks = new HashSet<>(start.markedAsSet);
    }

    public <T> Builder put(OptionSpec<T> option, T value, Origin origin) {
      requireOpen();
      values.put(option.key(), new Setting<>(value, origin, origin.isUser()));
      return this;
    }

    public Builder markAsSet(OptionSpec<?> option) {
      requireOpen();
      marks.add(option.key());
      return this;
    }

    public Settings build() {
      requireOpen();
      built = true;
      return new Settings(values, marks);
    }

    private void requireOpen() {
      if (built) {
        throw new IllegalStateException("the settings are built already");
      }
    }
  }
}
