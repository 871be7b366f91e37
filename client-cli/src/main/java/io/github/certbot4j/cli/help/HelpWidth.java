package io.github.certbot4j.cli.help;

import io.github.certbot4j.spi.Environment;

/** How wide help pages are. */
public final class HelpWidth {

  private static final int USUAL = 80;

  private HelpWidth() {}

  /** The columns that the variable {@code COLUMNS} tells, else 80. */
  public static int of(Environment environment) {
    try {
      int columns = Integer.parseInt(environment.variable("COLUMNS").orElse("").strip());
      return columns > 0 ? columns : USUAL;
    } catch (NumberFormatException e) {
      return USUAL;
    }
  }
}
