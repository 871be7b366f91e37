package io.github.certbot4j.cli.option;

import io.github.certbot4j.config.OptionTable;
import io.github.certbot4j.config.Origin;
import io.github.certbot4j.spi.OptionSpec;

/**
 * One use of an option.
 *
 * @param name the name it was given by
 * @param text its argument, or {@code true} or {@code false} for a flag
 * @param origin the command line or a configuration file
 * @param place where in which file; empty for the command line
 */
record Occurrence(OptionTable.Name name, String text, Origin origin, String place) {

  /** A flag on the command line, which is set to true or, by a negative name, to false. */
  static Occurrence ofFlag(OptionTable.Name name) {
    return ofLine(name, String.valueOf(!name.negative()));
  }

  static Occurrence ofLine(OptionTable.Name name, String text) {
    return new Occurrence(name, text, Origin.COMMAND_LINE, "");
  }

  OptionSpec<?> option() {
    return name.option();
  }

  boolean isFromFile() {
    return origin == Origin.CONFIG_FILE;
  }
}
