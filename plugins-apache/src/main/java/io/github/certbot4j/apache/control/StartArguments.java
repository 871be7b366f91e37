package io.github.certbot4j.apache.control;

import io.github.certbot4j.apache.config.ApacheTrouble;
import io.github.certbot4j.apache.distro.ServerSetup;
import io.github.certbot4j.apache.parse.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the system defines on the command line when it starts the server. */
final class StartArguments {

  private final ServerSetup setup;

  StartArguments(ServerSetup setup) {
    this.setup = setup;
  }

  /** The names given with {@code -D}, with their values. */
  Map<String, String> defines() {
    String file = setup.family().startWords().file();
    if (file.isEmpty() || !Files.isRegularFile(Path.of(file))) {
      return Map.of();
    }
    try {
      String content = Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
      return defines(content, setup.family().startWords().variable());
    } catch (IOException e) {
      throw ApacheTrouble.of(
          "The file " + file + " cannot be read: " + e + ".", "Check its permissions.");
    }
  }

  /** The same from a file's content; the last assignment counts. */
  static Map<String, String> defines(String content, String variable) {
    String value = "";
    for (String line : content.split("\n")) {
      String assignment = line.strip();
      if (assignment.startsWith(variable + "=")) {
        List<String> words = Words.of(assignment.substring(variable.length() + 1));
        value = words.isEmpty() ? "" : words.get(0);
      }
    }
    Map<String, String> defines = new LinkedHashMap<>();
    Iterator<String> words = Words.of(value).iterator();
    while (words.hasNext()) {
      String word = words.next();
      if (word.startsWith("-D")) {
        String name = word.length() > 2 ? word.substring(2) : words.hasNext() ? words.next() : "";
        int equals = name.indexOf('=');
        defines.put(
            equals < 0 ? name : name.substring(0, equals),
            equals < 0 ? "" : name.substring(equals + 1));
      }
    }
    return defines;
  }
}
