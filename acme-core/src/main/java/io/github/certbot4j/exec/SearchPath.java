package io.github.certbot4j.exec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where programs are looked up.
 *
 * @param inherited the value of PATH; empty when it isn't set
 */
public record SearchPath(String inherited) {

  private static final List<String> USUAL_PLACES =
      List.of("/usr/sbin", "/usr/local/bin", "/usr/local/sbin");

  /** PATH, with the usual places of administrators' programs behind it; cron's PATH lacks them. */
  public String extended() {
    List<String> all = new ArrayList<>(directories());
    for (String place : USUAL_PLACES) {
      if (!all.contains(place)) {
        all.add(place);
      }
    }
    return String.join(":", all);
  }

  /**
   * The executable file that a program is, looked up in the extended path; a name with a slash is
   * one itself.
   *
   * @return empty if there is none
   */
  public Optional<Path> find(String program) {
    if (program.indexOf('/') >= 0) {
      return Optional.of(Path.of(program)).filter(SearchPath::isProgram);
    }
    for (String directory : extended().split(":", -1)) {
      Path file = Path.of(directory, program);
      if (isProgram(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  private List<String> directories() {
    List<String> all = new ArrayList<>();
    for (String directory : inherited.split(":", -1)) {
      if (!directory.isEmpty()) {
        all.add(directory);
      }
    }
    return all;
  }
}
