package io.github.certbot4j.apache.config;

import io.github.certbot4j.apache.parse.ConfigDocument;
import io.github.certbot4j.apache.parse.Directive;
import java.util.List;

/**
 * A directive in force.
 *
 * @param directive where it is written
 * @param arguments its arguments, variables replaced
 * @param fromMacro whether a macro was expanded to it, so that it can't be edited
 */
public record Statement(Directive directive, List<String> arguments, boolean fromMacro) {

  public boolean is(String name) {
    return directive.is(name);
  }

  /** An argument; empty if there are fewer. */
  public String argument(int index) {
    return index < arguments.size() ? arguments.get(index) : "";
  }

  public ConfigDocument document() {
    return directive.siblings().document();
  }

  /** File and line. */
  public String place() {
    return document().file() + ":" + directive.line();
  }
}
