package io.github.certbot4j.it;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs from the machine. Where {@code CI=true} a missing thing is an error, so that no
 * test is left out unseen; on a developer's machine the test is skipped.
 */
public final class Requirement {
  private Requirement() {}

  /** Finds a program in {@code PATH} or the directories of system programs. */
  public static Path program(String name, String debianPackage) {
    String path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin:/sbin:/usr/bin";
    for (String directory : path.split(File.pathSeparator)) {
      Path candidate = Path.of(directory, name);
      if (Files.isExecutable(candidate)) {
        return candidate;
      }
    }
    missing(name + " is not installed (Debian package " + debianPackage + ")");
    throw new AssertionError("not reached");
  }

  static Path file(Path file, String reason) {
    if (!Files.exists(file)) {
      missing("there is no " + file + ": " + reason);
    }
    return file;
  }

  public static void root() {
    if (!"root".equals(System.getProperty("user.name"))) {
      missing("only root can do this");
    }
  }

  /** A port that nobody listens on and that this user may listen on. */
  public static void port(int number) {
    if (!FreePorts.isFree(number)) {
      missing("port " + number + " is taken or may not be used");
    }
  }

  /** Something else that must be there; the text says what to install if it isn't. */
  public static void met(boolean there, String otherwise) {
    if (!there) {
      missing(otherwise);
    }
  }

  private static void missing(String what) {
    if ("true".equals(System.getenv("CI"))) {
      Assertions.fail(what);
    }
    Assumptions.abort(what);
  }
}
