package io.github.certbot4j.exec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where programs of hooks are looked up.
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

  /** Whether an executable file of this name lies in one of the directories. */
  boolean has(String program) {
    for (String directory : extended().split(":", -1)) {
      Path file = Path.of(directory, program);
      if (Files.isRegularFile(file) && Files.isExecutable(file)) {
        return true;
      }
    }
    return false;
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
