package io.github.certbot4j.cli.log;

import java.util.ArrayList;
import java.util.List;

/** Hides the values of secret options in a command line that is to be logged. */
public final class ArgumentMasking {

  private static final String MASK = "***";

  private final List<String> secretOptions;

  /**
   * @param secretOptions the long names, with their dashes, of options whose values nobody may see
   */
  public ArgumentMasking(List<String> secretOptions) {
    this.secretOptions = List.copyOf(secretOptions);
  }

  /** The arguments with each secret value replaced, also behind an abbreviated name. */
  public List<String> mask(List<String> arguments) {
    List<String> masked = new ArrayList<>(arguments.size());
    boolean valueFollows = false;
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (valueFollows) {
        masked.add(MASK);
        valueFollows = false;
      } else if (!isSecret(name)) {
        masked.add(argument);
      } else {
        masked.add(equals < 0 ? argument : name + "=" + MASK);
        valueFollows = equals < 0;
      }
    }
    return masked;
  }

  private boolean isSecret(String name) {
    if (!name.startsWith("--") || name.length() < 3) {
      return false;
    }
    for (String option : secretOptions) {
      if (option.startsWith(name)) {
        return true;
      }
    }
    return false;
  }
}
