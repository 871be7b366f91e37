package io.github.certbot4j.apache.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What {@code Define} has set so far, before the environment of the server. */
final class Variables {

  private final Map<String, String> defined;
  private final Function<String, Optional<String>> environment;

  Variables(Map<String, String> defined, Function<String, Optional<String>> environment) {
    this.defined = new HashMap<>(defined);
    this.environment = environment;
  }

  void define(String name, String value) {
    defined.put(name, value);
  }

  void undefine(String name) {
    defined.remove(name);
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
    String value = defined.get(name);
    return value != null ? Optional.of(value) : environment.apply(name);
  }
}
