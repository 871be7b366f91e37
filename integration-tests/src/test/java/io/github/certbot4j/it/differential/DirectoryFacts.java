package io.github.certbot4j.it.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is left in a sandbox: the type and mode of every path, where links lead, what renewal confs
 * say, and what hooks wrote.
 */
public final class DirectoryFacts {
  /** Written by only one of the programs, or at times that differ; no other run depends on them. */
  private static final List<String> LEFT_OUT =
      List.of(
          "bin",
          "tmp",
          "logs/",
          "work",
          "config/keys",
          "config/csr",
          "config/.updated-",
          "config/ssl-dhparams.pem");

  /** The version of the program; everything else counts. */
  private static final Set<String> KEYS_LEFT_OUT = Set.of("version");

  private final Path root;
  private final Normalizer normalizer;

  /**
   * For one sandbox.
   *
   * @param root the sandbox
   */
  public DirectoryFacts(Path root, Normalizer normalizer) {
    this.root = root;
    this.normalizer = normalizer;
  }

  /** Reads the whole sandbox. */
  public Map<String, String> read() {
    Map<String, String> facts = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted().toList()) {
        String place = root.relativize(path).toString();
        if (counts(path, place)) {
          facts.put("path " + normalizer.normal(place), describe(path));
          readContent(path, normalizer.normal(place), facts);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return facts;
  }

  /**
   * An empty directory says only that a program looked there, so it does not count ({@code
   * directories-made-when-needed}).
   */
  private static boolean counts(Path path, String place) throws IOException {
    return !place.isEmpty() && LEFT_OUT.stream().noneMatch(place::startsWith) && !isHollow(path);
  }

  private static boolean isHollow(Path path) throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      return all.allMatch(below -> Files.isDirectory(below, LinkOption.NOFOLLOW_LINKS));
    }
  }

  private String describe(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      return "link to " + normalizer.normal(Files.readSymbolicLink(path).toString());
    }
    String type = Files.isDirectory(path) ? "directory " : "file ";
    return type
        + PosixFilePermissions.toString(
            Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
  }

  private void readContent(Path path, String place, Map<String, String> facts) throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (place.startsWith("config/renewal/")) {
      readConf(path, place, facts);
    } else if (place.endsWith(".hooklog")) {
      readLines(Files.readAllLines(path), place, facts);
    } else if (place.endsWith(".hookset")) {
      readLines(Files.readAllLines(path).stream().sorted().toList(), place, facts);
    }
  }

  private void readLines(List<String> lines, String place, Map<String, String> facts) {
    for (int i = 0; i < lines.size(); i++) {
      facts.put(place + " line " + (i + 1), normalizer.normal(lines.get(i)));
    }
  }

  private void readConf(Path path, String place, Map<String, String> facts) throws IOException {
    String section = "";
    for (String line : Files.readAllLines(path)) {
      int equals = line.indexOf('=');
      if (line.startsWith("[")) {
        section = line + " ";
      } else if (equals > 0 && !line.startsWith("#")) {
        String key = line.substring(0, equals).strip();
        if (!KEYS_LEFT_OUT.contains(key)) {
          facts.put(
              "conf " + place + " " + section + key,
              normalizer.normal(line.substring(equals + 1).strip()));
        }
      }
    }
  }
}
