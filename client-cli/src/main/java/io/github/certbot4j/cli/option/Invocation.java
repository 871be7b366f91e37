package io.github.certbot4j.cli.option;

import io.github.certbot4j.config.Settings;
import java.util.List;

/** What a command line asks for. */
public sealed interface Invocation {

  /**
   * Show help.
   *
   * @param topics words that may be a help topic, the more likely first; the first that is one
   *     counts, and without any the overview is meant
   */
  record ShowHelp(List<String> topics) implements Invocation {}

  /** Show the program's version. */
  record ShowVersion() implements Invocation {}

  /**
   * Do something.
   *
   * @param settings what the configuration files and the line say, checked
   * @param warnings what the user should know about them, each one line
   */
  record Act(Verb verb, Settings settings, List<String> warnings) implements Invocation {
    public Act {
      warnings = List.copyOf(warnings);
    }
  }
}
