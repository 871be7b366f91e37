package io.github.certbot4j.spi;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import java.util.List;
import java.util.Set;

/**
 * Reads options whose meaning depends on where they stand among the requested names. It is told of
 * both in the order of the configuration files and the command line, then asked once to finish.
 */
public interface NameBoundOptions {

  /** The options that are read here and nowhere else. */
  List<OptionSpec<?>> options();

  /** Names were requested. */
  void names(List<DomainName> names);

  /**
   * One of the options was given.
   *
   * @return names that the option adds to the request
   * @throws BadValueException for a malformed text
   * @throws FailureException for a text that cannot be used
   */
  List<DomainName> option(OptionSpec<?> option, String text);

  /**
   * Everything was told: hands over the values, which then count as set by the user. Options that
   * were not given, and that nothing follows for from others, stay out.
   *
   * @return the names that these options account for; such names can be given to a verb that
   *     otherwise takes none
   */
  Set<DomainName> finish(Values values);

  /** Takes the values of options. */
  interface Values {
    <T> void set(OptionSpec<T> option, T value);
  }
}
