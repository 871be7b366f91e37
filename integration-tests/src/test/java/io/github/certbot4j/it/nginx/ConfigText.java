package io.github.certbot4j.it.nginx;

import io.github.certbot4j.it.FileTree;
import java.nio.file.Path;
import java.util.List;

/** What a configuration file says, whatever the room between its lines. */
record ConfigText(List<String> lines) {

  static ConfigText of(Path file) {
    return of(FileTree.read(file));
  }

  static ConfigText of(String text) {
    return new ConfigText(
        text.lines().map(String::stripTrailing).filter(line -> !line.isBlank()).toList());
  }
}
