package io.github.certbot4j.spi;

import java.util.Optional;

/** Read access to the values of options. */
public interface OptionValues {

  /** The value in force: what somebody set, else the default; empty when there is neither. */
  <T> Optional<T> find(OptionSpec<T> option);

  /**
   * The value of an option that has a default.
   *
   * @throws IllegalStateException when there is no value
   */
  default <T> T get(OptionSpec<T> option) {
    Optional<T> value = find(option);
    if (value.isEmpty()) {
      throw new IllegalStateException("option without a value: " + option.key());
    }
    return value.get();
  }

  /** Whether the user gave it in this run, on the command line or in a configuration file. */
  boolean isSetByUser(OptionSpec<?> option);
}
