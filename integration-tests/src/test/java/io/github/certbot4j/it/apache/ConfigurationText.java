package io.github.certbot4j.it.apache;

import io.github.certbot4j.it.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the files of a configuration say, line by line: without blank lines, comments, and blanks
 * that mean nothing. Links say where they lead.
 */
record ConfigurationText(Map<String, List<String>> files) {

  private static final List<String> ABSENT = List.of("(absent)");

  static ConfigurationText of(Path root) {
    Map<String, List<String>> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(path -> !Files.isDirectory(path) || Files.isSymbolicLink(path))
          .forEach(path -> files.put(root.relativize(path).toString(), lines(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ConfigurationText(files);
  }

  private static List<String> lines(Path file) {
    try {
      if (Files.isSymbolicLink(file)) {
        return List.of("-> " + Files.readSymbolicLink(file));
      }
      Stream<String> lines =
          new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
              .lines()
              .map(line -> line.strip().replaceAll("[ \t]+", " "))
              .filter(line -> !line.isEmpty() && !line.startsWith("#"));
      return withSetsSorted(lines.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The conditions of a redirect, and ports to listen at: their order means nothing. */
  private static List<String> withSetsSorted(List<String> lines) {
    List<String> sorted = new ArrayList<>();
    List<String> set = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("RewriteCond %{SERVER_NAME} =") || line.startsWith("Listen ")) {
        set.add(line.replace(" [OR]", ""));
      } else {
        set.stream().sorted().forEach(sorted::add);
        set.clear();
        sorted.add(line);
      }
    }
    set.stream().sorted().forEach(sorted::add);
    return sorted;
  }

  /**
   * One text for each line that only one of them has, and for each file whose lines are in another
   * order.
   */
  List<String> differences(ConfigurationText other) {
    TreeMap<String, List<String>> all = new TreeMap<>(files);
    all.putAll(other.files);
    List<String> found = new ArrayList<>();
    for (String name : all.keySet()) {
      List<String> here = files.getOrDefault(name, ABSENT);
      List<String> there = other.files.getOrDefault(name, ABSENT);
      List<String> missing = without(here, there);
      List<String> added = without(there, here);
      missing.forEach(line -> found.add(name + " lacks '" + line + "'"));
      added.forEach(line -> found.add(name + " has '" + line + "'"));
      if (missing.isEmpty() && added.isEmpty() && !here.equals(there)) {
        found.add(name + " has its lines in another order");
      }
    }
    return found;
  }

  private static List<String> without(List<String> lines, List<String> others) {
    List<String> rest = new ArrayList<>(lines);
    others.forEach(rest::remove);
    return rest;
  }

  /** All lines of the files in a directory, whatever their order. */
  static Map<String, List<String>> linesBelow(Path directory) {
    Map<String, List<String>> sorted = new TreeMap<>();
    for (String name : FileTree.names(directory)) {
      Path file = directory.resolve(name);
      List<String> lines = lines(resolved(file));
      sorted.put(name, lines.stream().sorted().toList());
    }
    return sorted;
  }

  private static Path resolved(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
