package io.github.certbot4j.it.apache;

import io.github.certbot4j.it.FileTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What configuration files say, whatever their blanks, empty lines and comments, and in whatever
 * order the directives of certbot stand.
 */
record Directives(Map<String, List<String>> files) {

  /** Those of all files in a directory. */
  static Directives below(Path directory) {
    Map<String, List<String>> files = new TreeMap<>();
    for (String name : FileTree.names(directory)) {
      files.put(name, of(FileTree.read(directory.resolve(name))));
    }
    return new Directives(files);
  }

  static List<String> of(String text) {
    return text.lines()
        .map(line -> line.strip().replaceAll("\\s+", " "))
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .sorted()
        .toList();
  }
}
