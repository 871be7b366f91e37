package io.github.certbot4j.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The unpacked distribution that the build made. */
public final class Distribution {
  private Distribution() {}

  public static Path directory() {
    String given = System.getProperty("certbot4j.dist", "../distribution/target/certbot4j-1.15.0");
    Path directory = Path.of(given).toAbsolutePath().normalize();
    if (!Files.isDirectory(directory)) {
      throw new AssertionError("no distribution in " + directory + ": run mvn package first");
    }
    return directory;
  }

  /** The source tree with what was built in it. */
  static Path sources() {
    return Path.of(System.getProperty("certbot4j.root", "..")).toAbsolutePath().normalize();
  }

  /** The Debian packages that the build made. */
  static List<Path> packages() throws IOException {
    Path directory = sources().resolve("distribution/target/packages");
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".deb")).sorted().toList();
    }
  }

  /** Copies the whole distribution and gives the launcher of the copy. */
  public static Path copyTo(Path place) {
    if (!replacement().isEmpty()) {
      return launcher();
    }
    FileTree.directory(place.getParent());
    FileTree.copy(directory(), place);
    return place.resolve("bin/certbot");
  }

  /** The launcher; the property {@code certbot4j.it.command} puts another program in its place. */
  public static Path launcher() {
    String other = replacement();
    return other.isEmpty() ? directory().resolve("bin/certbot") : Path.of(other);
  }

  private static String replacement() {
    return System.getProperty("certbot4j.it.command", "");
  }
}
