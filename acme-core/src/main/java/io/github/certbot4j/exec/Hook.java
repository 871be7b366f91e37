package io.github.certbot4j.exec;

import java.util.Map;

/**
 * A command or program that a user attached to some step.
 *
 * @param text a shell command line, or the path of an executable
 * @param isFile whether it is a path, which the shell must not take apart
 */
public record Hook(String text, boolean isFile) {

  /** A hook given as a line for the shell. */
  public static Hook ofLine(String line) {
    return new Hook(line, false);
  }

  Command command(Map<String, String> environment) {
    return isFile ? Command.file(text, environment) : Command.shell(text, environment);
  }

  /** The program's name without its directory. */
  String program() {
    String line = text.strip();
    int blank = isFile ? -1 : line.indexOf(' ');
    String word = blank < 0 ? line : line.substring(0, blank);
    return word.substring(word.lastIndexOf('/') + 1);
  }
}
