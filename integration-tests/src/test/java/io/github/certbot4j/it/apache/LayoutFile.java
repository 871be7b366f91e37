package io.github.certbot4j.it.apache;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.differential.WantedDifference;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads layouts from text. Lines {@code KEY: VALUE} come first, named like the components of {@link
 * Layout}, {@code differs: REASON: TEXT} once for each reason; then each file begins with a line
 * {@code --- PATH FLAG...} and lasts to the next such line. Lines before the first file that are
 * empty or begin with {@code #} are left out.
 */
final class LayoutFile {
  private static final Set<String> KEYS =
      Set.of(
          "names",
          "others",
          "unredirected",
          "modules",
          "family",
          "certificate",
          "vhost-root",
          "ipv6",
          "differs");
  private static final Set<String> FLAGS = Set.of("disabled", "crlf", "latin1");
  private static final String MARK = "--- ";

  private LayoutFile() {}

  /** All layouts, by name. */
  static List<Layout> all() {
    return FileTree.names(directory()).stream()
        .map(file -> named(file.substring(0, file.indexOf('.'))))
        .toList();
  }

  /** Those whose name contains the property {@code certbot4j.it.layout}; all without it. */
  static List<Layout> chosen() {
    String chosen = System.getProperty("certbot4j.it.layout", "");
    return all().stream().filter(layout -> layout.name().contains(chosen)).toList();
  }

  static Layout named(String name) {
    return parse(name, FileTree.read(directory().resolve(name + ".txt")));
  }

  private static Path directory() {
    try {
      return Path.of(LayoutFile.class.getResource("/apache/layouts").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Layout parse(String name, String text) {
    int first = text.indexOf(MARK);
    if (first < 0) {
      throw new IllegalArgumentException(name + " has no files");
    }
    Map<String, String> keys = keys(name, text.substring(0, first));
    List<Layout.Item> files =
        Stream.of(text.substring(first + MARK.length()).split("(?m)^" + MARK))
            .map(LayoutFile::item)
            .toList();
    return new Layout(
        name,
        words(keys, "names", ""),
        words(keys, "others", ""),
        words(keys, "unredirected", ""),
        words(keys, "modules", ""),
        keys.getOrDefault("family", "debian"),
        keys.getOrDefault("certificate", "apache"),
        keys.containsKey("vhost-root"),
        keys.containsKey("ipv6"),
        differences(keys),
        files);
  }

  private static Map<String, String> keys(String name, String head) {
    Map<String, String> keys = new TreeMap<>();
    head.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(
            line -> {
              String key = line.substring(0, Math.max(line.indexOf(": "), 0));
              if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("not understood in " + name + ": " + line);
              }
              keys.merge(
                  key, line.substring(key.length() + 2).strip(), (one, two) -> one + "\n" + two);
            });
    return keys;
  }

  private static Layout.Item item(String part) {
    int end = part.indexOf('\n');
    List<String> head = List.of(part.substring(0, end).strip().split(" +"));
    List<String> flags = new ArrayList<>(head.subList(1, head.size()));
    if (!FLAGS.containsAll(flags)) {
      throw new IllegalArgumentException("unknown flags: " + flags);
    }
    return new Layout.Item(head.get(0), flags, part.substring(end + 1));
  }

  private static List<WantedDifference> differences(Map<String, String> keys) {
    return keys.getOrDefault("differs", "")
        .lines()
        .map(line -> line.split(": ", 2))
        .map(parts -> new WantedDifference(parts[0], parts[1]))
        .toList();
  }

  private static List<String> words(Map<String, String> keys, String key, String fallback) {
    String value = keys.getOrDefault(key, fallback);
    return value.isEmpty() ? List.of() : List.of(value.split(" +"));
  }
}
