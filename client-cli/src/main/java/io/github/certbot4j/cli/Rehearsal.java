package io.github.certbot4j.cli;

import java.util.ArrayList;
import java.util.Collections;
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
   * @param arguments the words of all command lines, each line ended by the word {@code ;}, or by
   *     {@code ;} and how often to run it
   */
  public static void main(String[] arguments) {
    commands(List.of(arguments)).forEach(Main::run);
    Main.end(ExitCodes.SUCCESS);
  }

  static List<List<String>> commands(List<String> words) {
    List<List<String>> commands = new ArrayList<>();
    List<String> command = new ArrayList<>();
    for (String word : words) {
      if (word.startsWith(END_OF_COMMAND)) {
        String times = word.substring(END_OF_COMMAND.length());
        commands.addAll(
            Collections.nCopies(
                times.isEmpty() ? 1 : Integer.parseInt(times), List.copyOf(command)));
        command.clear();
      } else {
        command.add(word);
      }
    }
    return commands;
  }
}
