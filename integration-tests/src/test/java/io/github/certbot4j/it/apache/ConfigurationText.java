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
      return withConditionsSorted(lines.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The conditions of a redirect are alternatives, so that their order means nothing. */
  private static List<String> withConditionsSorted(List<String> lines) {
    List<String> sorted = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("RewriteCond %{SERVER_NAME} =")) {
        conditions.add(line.replace(" [OR]", ""));
      } else {
        conditions.stream().sorted().forEach(sorted::add);
        conditions.clear();
        sorted.add(line);
      }
    }
    return sorted;
  }

  /** One text for each file that says something else. */
  List<String> differences(ConfigurationText other) {
    TreeMap<String, List<String>> all = new TreeMap<>(files);
    all.putAll(other.files);
    return all.keySet().stream()
        .filter(name -> !text(name).equals(other.text(name)))
        .map(name -> name + ":\n" + text(name) + "\n--- but ---\n" + other.text(name))
        .toList();
  }

  private String text(String name) {
    return files.containsKey(name) ? String.join("\n", files.get(name)) : "absent";
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
