package io.github.certbot4j.cli;

import io.github.certbot4j.cli.host.Host;
import io.github.certbot4j.spi.Environment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The whole program in this JVM, in a directory of its own, with nobody at the terminal. */
final class InProcess {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Path root;

  InProcess(Path root) {
    this.root = root;
  }

  /** How a run ended and what it said. */
  record Ended(int code, String out, String err) {

    /** The lines of stderr, but for the one that says where the log is. */
    List<String> complaint() {
      return err.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("Saving debug log to "))
          .toList();
    }
  }

  Ended run(List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> words = new ArrayList<>(arguments);
    for (String directory : List.of("config", "work", "logs")) {
      words.add("--" + directory + "-dir=" + root.resolve(directory));
    }
    Map<String, String> variables =
        Map.of("HOME", root.resolve("home").toString(), "PATH", "/usr/bin:/bin");
    Environment environment = name -> Optional.ofNullable(variables.get(name));
    Host host =
        new Host(
            new Host.Streams(
                InputStream.nullInputStream(), stream(out), stream(err), false, false, false),
            environment,
            Clock.fixed(NOW, ZoneOffset.UTC),
            root,
            root);
    int code = new Application(host, Runtime.getRuntime()::halt).run(words);
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Every path with its content, but for the logs and the work directory. */
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.toList()) {
        String place = root.relativize(path).toString();
        if (!place.startsWith("logs") && !place.startsWith("work")) {
          files.put(place, content(path));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static String content(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      return "link to " + Files.readSymbolicLink(path);
    }
    return Files.isDirectory(path)
        ? "directory"
        : Files.readString(path, StandardCharsets.ISO_8859_1);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
