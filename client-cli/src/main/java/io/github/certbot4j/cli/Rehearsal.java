package io.github.certbot4j.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs several command lines in one process, so that the JVM can keep what all of them load: {@code
 * libexec/make-class-data-archive} records such a process. Nobody else starts it.
 */
public final class Rehearsal {

  private static final String END_OF_COMMAND = ";";

  private Rehearsal() {}

  /**
   * Runs the command lines, whether or not those before them succeeded, and ends the process.
   *
   * @param arguments the words of all command lines, each line ended by the word {@code ;}
   */
  public static void main(String[] arguments) {
    commands(List.of(arguments)).forEach(Main::run);
    Main.end(ExitCodes.SUCCESS);
  }

  static List<List<String>> commands(List<String> words) {
    List<List<String>> commands = new ArrayList<>();
    List<String> command = new ArrayList<>();
    for (String word : words) {
      if (word.equals(END_OF_COMMAND)) {
        commands.add(List.copyOf(command));
        command.clear();
      } else {
        command.add(word);
      }
    }
    return commands;
  }
}
