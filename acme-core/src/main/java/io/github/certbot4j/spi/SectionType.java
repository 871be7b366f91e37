package io.github.certbot4j.spi;

import java.util.Map;

/**
 * The type of a value that a renewal configuration keeps as a subsection of its own, named after
 * the option's key, instead of as one entry.
 *
 * @param <T> the type of the value
 */
public interface SectionType<T> extends OptionType<T> {

  /** The entries of the subsection, in their order. */
  Map<String, String> toSection(T value);

  /**
   * Reads the subsection.
   *
   * @throws BadValueException saying what is wrong with which entry
   */
  T fromSection(Map<String, String> entries);
}
