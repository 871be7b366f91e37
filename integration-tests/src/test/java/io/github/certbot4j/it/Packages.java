package io.github.certbot4j.it;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Words of shell lines about packages. */
final class Packages {
  private Packages() {}

  /** The files, apart by blanks. */
  static String paths(List<Path> files) {
    return files.stream().map(Path::toString).collect(Collectors.joining(" "));
  }

  /** The file of one package. */
  static Path named(String name, List<Path> files) {
    return files.stream()
        .filter(file -> file.getFileName().toString().startsWith(name + "_"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no package " + name + " in " + files));
  }
}
