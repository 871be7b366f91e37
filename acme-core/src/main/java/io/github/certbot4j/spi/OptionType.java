package io.github.certbot4j.spi;

import java.util.List;

/**
 * How the texts of a command line, a configuration file or a renewal configuration become a typed
 * value, and back.
 *
 * @param <T> the type of the value
 */
public interface OptionType<T> {

  /** How the option takes its argument on a command line. */
  enum Arity {
    /** No argument; giving it means true. */
    FLAG,
    /** No argument; every use counts one more. */
    COUNT,
    /** One argument; the last use wins. */
    SINGLE,
    /** One argument; every use adds to a list. */
    REPEATED
  }

  Arity arity();

  /**
   * Reads the arguments of all uses in their order; for a flag the texts are {@code true} or {@code
   * false}.
   *
   * @throws BadValueException saying what is wrong with which text
   */
  T parse(List<String> texts);

  /**
   * The value as the texts that {@link #parse} reads back; what a renewal configuration stores.
   * Flags are {@code True} and {@code False}.
   */
  List<String> format(T value);

  /**
   * Reads what a renewal configuration holds. It was checked when it was written, so a type may
   * take here what it would refuse from a user today.
   *
   * @throws BadValueException saying what is wrong with which text
   */
  default T restore(List<String> texts) {
    return parse(texts);
  }

  /** The only texts that are allowed; empty when any is. */
  default List<String> choices() {
    return List.of();
  }

  /** Whether the argument names a file or directory; for completion and man pages. */
  default boolean isPath() {
    return false;
  }
}
