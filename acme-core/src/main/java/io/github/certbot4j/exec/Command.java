package io.github.certbot4j.exec;

import java.util.List;
import java.util.Map;

/**
 * A program to run.
 *
 * @param argv the program and its arguments, handed over as they are
 * @param environment variables set on top of the inherited environment; an empty value is an empty
 *     variable
 * @param removed names of inherited variables that the program must not see
 */
public record Command(List<String> argv, Map<String, String> environment, List<String> removed) {

  public Command {
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
    removed = List.copyOf(removed);
  }

  /** A program with arguments in the inherited environment. */
  public static Command of(String... argv) {
    return new Command(List.of(argv), Map.of(), List.of());
  }

  /** A line for {@code /bin/sh -c}. Data goes into the environment, never into the line. */
  public static Command shell(String line, Map<String, String> environment) {
    return new Command(List.of("/bin/sh", "-c", line), environment, List.of());
  }

  /** A program file that the shell starts, so that one without an interpreter line runs too. */
  public static Command file(String path, Map<String, String> environment) {
    return new Command(List.of("/bin/sh", "-c", "\"$0\"", path), environment, List.of());
  }

  /** The same command without the named inherited variables. */
  public Command without(List<String> names) {
    return new Command(argv, environment, names);
  }
}
