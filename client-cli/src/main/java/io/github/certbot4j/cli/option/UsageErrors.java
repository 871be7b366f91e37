package io.github.certbot4j.cli.option;

import io.github.certbot4j.config.OptionTable;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.OptionSpec;
import java.util.ArrayList;
import java.util.List;

/** Words the errors of a malformed command line or configuration file. */
final class UsageErrors {

  private UsageErrors() {}

  static FailureException usage(String what, String advice) {
    return new FailureException(new Failure.Usage(what, advice));
  }

  /** A bad argument, with the option in the form that the user knows it by. */
  static FailureException badValue(OptionTable.Name name, String place, String problem) {
    String where = place.isEmpty() ? "" : place + ": ";
    return usage(where + "argument " + display(name) + ": " + problem + ".", "");
  }

  static FailureException unknownOption(String given, OptionTable table) {
    int equals = given.indexOf('=');
    String name = equals < 0 ? given : given.substring(0, equals);
    return usage("There is no option " + name + ".", suggestion(name, visibleNames(table)));
  }

  static FailureException unknownKey(String key, String place, OptionTable table) {
    List<String> keys = new ArrayList<>();
    for (String name : visibleNames(table)) {
      if (name.startsWith("--")) {
        keys.add(name.substring(2));
      }
    }
    return usage(place + ": there is no key '" + key + "'.", suggestion(key, keys));
  }

  static FailureException unknownVerb(String word) {
    List<String> verbs = new ArrayList<>();
    for (Verb verb : Verb.values()) {
      verbs.addAll(verb.words());
    }
    String nearest = suggestion(word, verbs);
    return usage(
        "'" + word + "' is neither a command nor the argument of an option.",
        nearest.isEmpty() ? "'certbot --help commands' lists the commands." : nearest);
  }

  private static List<String> visibleNames(OptionTable table) {
    List<String> names = new ArrayList<>();
    for (OptionSpec<?> option : table.options()) {
      if (!option.hidden()) {
        names.addAll(option.names());
      }
      if (!option.negativeHidden()) {
        names.addAll(option.negativeNames());
      }
    }
    return names;
  }

  private static String suggestion(String word, List<String> known) {
    return NearestWord.to(word, known).map(near -> "Did you mean " + near + "?").orElse("");
  }

  private static String display(OptionTable.Name name) {
    OptionSpec<?> option = name.option();
    return String.join("/", name.negative() ? option.negativeNames() : option.names());
  }
}
