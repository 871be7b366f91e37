package io.github.certbot4j.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what a command line is about before any option is looked at. */
public final class VerbFinder {

  private VerbFinder() {}

  /**
   * What was found.
   *
   * @param verb what to do
   * @param explicit whether the line says so; otherwise the verb is the default one
   * @param arguments the line without the verb
   */
  public record Found(Verb verb, boolean explicit, List<String> arguments) {}

  /**
   * Takes the first word that is a verb, wherever it stands, even where it might be the value of an
   * option: scripts rely on {@code -d a.example certonly}, and this rule needs no options to
   * decide.
   */
  public static Found find(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      Optional<Verb> verb = Verb.of(arguments.get(i));
      if (verb.isPresent()) {
        List<String> rest = new ArrayList<>(arguments);
        rest.remove(i);
        return new Found(verb.get(), true, List.copyOf(rest));
      }
    }
    return new Found(Verb.RUN, false, List.copyOf(arguments));
  }
}
