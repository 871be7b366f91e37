package io.github.certbot4j.spi.contract;

import io.github.certbot4j.spi.OptionSpec;
import io.github.certbot4j.spi.OptionValues;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Option values that a test chose; everything else has its default. */
public final class GivenOptions implements OptionValues {

  private final Map<OptionSpec<?>, Object> values = new HashMap<>();

  /** Sets one more value. */
  public <T> GivenOptions with(OptionSpec<T> option, T value) {
    values.put(option, value);
    return this;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> Optional<T> find(OptionSpec<T> option) {
    T value = (T) values.get(option);
    return value == null ? option.defaultValue() : Optional.of(value);
  }

  @Override
  public boolean isSetByUser(OptionSpec<?> option) {
    return values.containsKey(option);
  }
}
