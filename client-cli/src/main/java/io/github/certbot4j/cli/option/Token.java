package io.github.certbot4j.cli.option;

import io.github.certbot4j.config.OptionTable;

/**
 * One use of an option on a command line, its name resolved.
 *
 * @param name the full name
 * @param text the argument; empty for options that take none
 */
record Token(OptionTable.Name name, String text) {

  boolean takesArgument() {
    return name.option().takesArgument();
  }
}
