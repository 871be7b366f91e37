package io.github.certbot4j.apache.config;

import io.github.certbot4j.spi.Environment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code Define} has set so far, before the environment of the server. */
final class Variables {

  private final Map<String, String> defined;
  private final Set<String> withoutValue = new HashSet<>();
  private final Environment environment;

  Variables(Map<String, String> defined, Environment environment) {
    this.defined = new HashMap<>(defined);
    defined.forEach((name, value) -> noteWhetherEmpty(name, !value.isEmpty()));
    this.environment = environment;
  }

  /** Defines a name with a value, which may be empty. */
  void define(String name, String value) {
    defined.put(name, value);
    noteWhetherEmpty(name, true);
  }

  /** Defines a name for conditions only: references to it stay as they are. */
  void define(String name) {
    defined.put(name, "");
    noteWhetherEmpty(name, false);
  }

  private void noteWhetherEmpty(String name, boolean value) {
    if (value) {
      withoutValue.remove(name);
    } else {
      withoutValue.add(name);
    }
  }

  void undefine(String name) {
    defined.remove(name);
    withoutValue.remove(name);
  }

  boolean isDefined(String name) {
    return defined.containsKey(name);
  }

  Map<String, String> defined() {
    return defined;
  }

  /** The text with each {@code ${NAME}} replaced; what nobody knows stays, as in the server. */
  String resolve(String text) {
    int reference = text.indexOf("${");
    if (reference < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int done = 0;
    while (reference >= 0) {
      int end = text.indexOf('}', reference);
      if (end < 0) {
        break;
      }
      out.append(text, done, reference);
      out.append(
          value(text.substring(reference + 2, end)).orElse(text.substring(reference, end + 1)));
      done = end + 1;
      reference = text.indexOf("${", done);
    }
    return out.append(text.substring(done)).toString();
  }

  private Optional<String> value(String name) {
    String value = withoutValue.contains(name) ? null : defined.get(name);
    return value != null ? Optional.of(value) : environment.variable(name);
  }
}
