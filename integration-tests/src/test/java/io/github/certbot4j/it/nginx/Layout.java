package io.github.certbot4j.it.nginx;

import io.github.certbot4j.it.FileTree;
import io.github.certbot4j.it.differential.WantedDifference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A way to write sites down, as a file of {@code nginx/layouts}. It begins with what a test has to
 * know, one fact a line:
 *
 * <pre>
 * names: HOST...       what the certificate is for, in this order
 * others: HOST...      hosts that must answer as before
 * options: WORD...     further options
 * tls: yes             the sites have a certificate already
 * redirect: no         http is not led to https
 * ipv6: yes            it is visited by IP version 6 too
 * differs: NAME: TEXT  differences from the original that contain TEXT are wanted, NAME says why
 * </pre>
 *
 * <p>Then follow the files. {@code ==== PATH} begins one, {@code ==== PATH (crlf)} or {@code ====
 * PATH (latin1)} says how it is written, {@code ==== PATH -> TARGET} is a link. {@link
 * NginxServer#filled} says what stands for directories.
 */
record Layout(
    String name,
    Map<String, List<String>> facts,
    List<WantedDifference> wanted,
    List<Entry> entries) {
  private static final String MARK = "==== ";

  /** A file, or a link if it has a target. */
  record Entry(String path, String how, String target, String text) {}

  static List<Layout> all() {
    Path directory = Path.of(Layout.class.getResource("/nginx/layouts").getPath());
    return FileTree.names(directory).stream()
        .map(file -> parse(file, FileTree.read(directory.resolve(file))))
        .toList();
  }

  static Layout named(String name) {
    return all().stream().filter(layout -> layout.name.equals(name)).findFirst().orElseThrow();
  }

  private static Layout parse(String name, String text) {
    String[] parts = text.split("(?m)^" + MARK, -1);
    Map<String, List<String>> facts = new LinkedHashMap<>();
    List<WantedDifference> wanted = new ArrayList<>();
    for (String line : parts[0].lines().toList()) {
      String[] words = line.split(": *", 3);
      if (words[0].equals("differs")) {
        wanted.add(new WantedDifference(words[1], words[2]));
      } else {
        facts.put(words[0], List.of(words[1].strip().split(" +")));
      }
    }
    List<Entry> entries = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      entries.add(entry(parts[i]));
    }
    return new Layout(name, facts, wanted, entries);
  }

  private static Entry entry(String part) {
    int end = part.indexOf('\n');
    String head = part.substring(0, end);
    String text = part.substring(end + 1);
    int arrow = head.indexOf(" -> ");
    if (arrow > 0) {
      return new Entry(head.substring(0, arrow), "", head.substring(arrow + 4), "");
    }
    int how = head.indexOf(" (");
    return how < 0
        ? new Entry(head, "", "", text)
        : new Entry(head.substring(0, how), head.substring(how + 2, head.length() - 1), "", text);
  }

  private List<String> fact(String key) {
    return facts.getOrDefault(key, List.of());
  }

  List<String> names() {
    return fact("names");
  }

  List<String> others() {
    return fact("others");
  }

  List<String> options() {
    return fact("options");
  }

  boolean redirects() {
    return !fact("redirect").contains("no");
  }

  /** Whether the sites were shown by TLS before. */
  boolean spokeTls() {
    return fact("tls").contains("yes");
  }

  boolean speaksIpv6() {
    return fact("ipv6").contains("yes");
  }

  /** Writes all files. */
  void into(NginxServer server) {
    for (Entry entry : entries) {
      if (!entry.target().isEmpty()) {
        server.link(entry.path(), entry.target());
      } else {
        write(server.path(entry.path()), server.filled(entry.text()), entry.how());
      }
    }
  }

  private static void write(Path file, String text, String how) {
    Charset charset = how.contains("latin1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    String lines = how.contains("crlf") ? text.replace("\n", "\r\n") : text;
    FileTree.directory(file.getParent());
    try {
      Files.write(file, lines.getBytes(charset));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
