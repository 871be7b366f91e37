package io.github.certbot4j.spi;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The one declaration of an option, from which the parser, the configuration file keys, what a
 * renewal configuration stores, the help and the manual are derived.
 *
 * @param <T> the type of the option's value
 */
public final class OptionSpec<T> {

  /** Whether a renewal configuration keeps the value. */
  public enum Stored {
    NEVER,
    /** When the user set it or it differs from the default. */
    WHEN_RELEVANT,
    /** Also by default; a plugin's only if that was looked for anyway. */
    ALWAYS
  }

  private final String key;
  private final List<String> names;
  private final List<String> negativeNames;
  private final OptionType<T> type;
  private final T defaultValue;
  private final String metavar;
  private final List<String> topics;
  private final List<String> negativeTopics;
  private final boolean hidden;
  private final boolean negativeHidden;
  private final boolean deprecated;
  private final Stored stored;
  private final String description;
  private final String negativeDescription;

  private OptionSpec(Builder<T> builder) {
    this.key = builder.key;
    this.names = List.copyOf(builder.names);
    this.negativeNames = List.copyOf(builder.negativeNames);
    this.type = builder.type;
    this.defaultValue = builder.defaultValue;
    this.metavar = builder.metavar.isEmpty() ? metavarOf(builder) : builder.metavar;
    this.topics = List.copyOf(builder.topics);
    this.negativeTopics = List.copyOf(builder.negativeTopics);
    this.hidden = builder.hidden;
    this.negativeHidden = builder.negativeHidden;
    this.deprecated = builder.deprecated;
    this.stored = builder.stored;
    this.description = builder.description;
    this.negativeDescription = builder.negativeDescription;
  }

  /**
   * Starts a declaration.
   *
   * @param key the settings key: what a renewal configuration calls the value, with underscores
   * @param type how texts become values and back
   */
  public static <T> Builder<T> of(String key, OptionType<T> type) {
    return new Builder<>(key, type);
  }

  public String key() {
    return key;
  }

  /**
   * Names with their dashes, the first being the main one; may be empty for a negative-only flag.
   */
  public List<String> names() {
    return names;
  }

  /** Names of flags that set the value to false. */
  public List<String> negativeNames() {
    return negativeNames;
  }

  public OptionType<T> type() {
    return type;
  }

  /** The value when nobody set one; empty for options that have an unset state. */
  public Optional<T> defaultValue() {
    return Optional.ofNullable(defaultValue);
  }

  /**
   * What help calls the argument; empty for flags. If not declared, the choices in braces or else
   * the key in capitals.
   */
  public String metavar() {
    return metavar;
  }

  /** Help pages that list the option; the first is where {@code --help all} shows it. */
  public List<String> topics() {
    return topics;
  }

  /** Help pages that list the negative names. */
  public List<String> negativeTopics() {
    return negativeTopics.isEmpty() ? topics : negativeTopics;
  }

  public boolean hidden() {
    return hidden;
  }

  public boolean negativeHidden() {
    return negativeHidden;
  }

  /** Accepted with a warning and otherwise without effect; it never has a value. */
  public boolean deprecated() {
    return deprecated;
  }

  public Stored stored() {
    return stored;
  }

  /** Whether it is given with an argument. */
  public boolean takesArgument() {
    return type.arity() == OptionType.Arity.SINGLE || type.arity() == OptionType.Arity.REPEATED;
  }

  public String description() {
    return description;
  }

  public String negativeDescription() {
    return negativeDescription;
  }

  @Override
  public String toString() {
    return key;
  }

  private static String metavarOf(Builder<?> builder) {
    OptionType.Arity arity = builder.type.arity();
    if (arity == OptionType.Arity.FLAG || arity == OptionType.Arity.COUNT) {
      return "";
    }
    List<String> choices = builder.type.choices();
    return choices.isEmpty()
        ? builder.key.toUpperCase(Locale.ROOT)
        : "{" + String.join(",", choices) + "}";
  }

  /** Collects the parts of a declaration. */
  public static final class Builder<T> {

    private final String key;
    private final OptionType<T> type;
    private List<String> names = List.of();
    private List<String> negativeNames = List.of();
    private T defaultValue;
    private String metavar = "";
    private List<String> topics = List.of();
    private List<String> negativeTopics = List.of();
    private boolean hidden;
    private boolean negativeHidden;
    private boolean deprecated;
    private Stored stored = Stored.NEVER;
    private String description = "";
    private String negativeDescription = "";

    private Builder(String key, OptionType<T> type) {
      this.key = key;
      this.type = type;
    }

    public Builder<T> names(String... value) {
      names = List.of(value);
      return this;
    }

    public Builder<T> negativeNames(String... value) {
      negativeNames = List.of(value);
      return this;
    }

    public Builder<T> defaultValue(T value) {
      defaultValue = Objects.requireNonNull(value);
      return this;
    }

    public Builder<T> metavar(String value) {
      metavar = value;
      return this;
    }

    public Builder<T> topics(String... value) {
      topics = List.of(value);
      return this;
    }

    public Builder<T> negativeTopics(String... value) {
      negativeTopics = List.of(value);
      return this;
    }

    public Builder<T> hidden() {
      hidden = true;
      return this;
    }

    public Builder<T> negativeHidden() {
      negativeHidden = true;
      return this;
    }

    /** Makes it one that is hidden, warned of and ignored. */
    public Builder<T> deprecated() {
      deprecated = true;
      hidden = true;
      return this;
    }

    public Builder<T> stored(Stored value) {
      stored = value;
      return this;
    }

    public Builder<T> description(String value) {
      description = value;
      return this;
    }

    public Builder<T> negativeDescription(String value) {
      negativeDescription = value;
      return this;
    }

    public OptionSpec<T> build() {
      return new OptionSpec<>(this);
    }
  }
}
