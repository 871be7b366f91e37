package io.github.certbot4j.it.nginx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a configuration file says, whatever the room between its words: one line for each simple
 * directive, each head of a block, each end of one, and each comment. Server names are in the order
 * of the alphabet, for the original writes those that it adds in any order.
 */
record ConfigText(List<String> lines) {

  static ConfigText of(Path file) throws IOException {
    return of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
  }

  static ConfigText of(String text) {
    return new ConfigText(new Reader(text).read());
  }

  /** One line for each directive that is not as often here as there; else where the order ends. */
  List<String> differencesFrom(ConfigText original) {
    Map<String, Long> ours = counts();
    Map<String, Long> theirs = original.counts();
    TreeMap<String, Long> all = new TreeMap<>(ours);
    all.putAll(theirs);
    List<String> differences = new ArrayList<>();
    for (String line : all.keySet()) {
      long before = theirs.getOrDefault(line, 0L);
      long now = ours.getOrDefault(line, 0L);
      if (before != now) {
        differences.add("'" + line + "': original " + before + ", ours " + now);
      }
    }
    for (int i = 0; differences.isEmpty() && i < lines.size(); i++) {
      if (!lines.get(i).equals(original.lines.get(i))) {
        differences.add(
            "order: original '" + original.lines.get(i) + "', ours '" + lines.get(i) + "'");
      }
    }
    return differences;
  }

  private Map<String, Long> counts() {
    return lines.stream().collect(Collectors.groupingBy(line -> line, Collectors.counting()));
  }

  /** Takes a text apart as nginx does. */
  private static final class Reader {
    private final String text;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int at;

    Reader(String text) {
      this.text = text;
    }

    List<String> read() {
      while (at < text.length()) {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
          at++;
        } else if (c == '#') {
          int end = text.indexOf('\n', at);
          String comment = text.substring(at, end < 0 ? text.length() : end).strip();
          at += comment.length();
          add(comment, true);
        } else if (c == ';' || c == '{' || c == '}') {
          at++;
          add(String.valueOf(c), true);
        } else {
          add(word(), false);
        }
      }
      return lines;
    }

    private void add(String part, boolean last) {
      if (line.length() > 0 && !part.equals(";")) {
        line.append(' ');
      }
      line.append(part);
      if (last) {
        lines.add(line.toString().startsWith("server_name ") ? sorted(line) : line.toString());
        line.setLength(0);
      }
    }

    private static String sorted(CharSequence line) {
      return Stream.of(line.toString().replace(";", "").split(" "))
          .sorted()
          .collect(Collectors.joining(" "));
    }

    private String word() {
      int start = at;
      char quote = text.charAt(at);
      if (quote == '"' || quote == '\'') {
        do {
          at += text.charAt(at) == '\\' ? 2 : 1;
        } while (text.charAt(at) != quote);
        at++;
      } else {
        while (!endsWord(text.charAt(at))) {
          at += text.charAt(at) == '\\' || text.startsWith("${", at) ? 2 : 1;
        }
      }
      return text.substring(start, at);
    }

    private static boolean endsWord(char c) {
      return c == ';' || c == '{' || Character.isWhitespace(c);
    }
  }
}
