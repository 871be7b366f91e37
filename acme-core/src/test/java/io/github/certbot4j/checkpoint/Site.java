package io.github.certbot4j.checkpoint;

import io.github.certbot4j.exec.CommandResult;
import io.github.certbot4j.file.DirectoryLocks;
import io.github.certbot4j.file.StepListener;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.contract.GivenOptions;
import io.github.certbot4j.spi.contract.ScriptedDisplay;
import io.github.certbot4j.spi.contract.StoppedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A server's configuration and the work directory that its changes are recorded in. */
final class Site {

  static final Instant NOW = Instant.parse("2026-11-22T06:00:06.804633Z");
  static final String CHECKPOINT_OF_NOW = "1795327206.804633";
  static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));

  final Path root;
  final Path etc;
  final Path work;
  final StoppedClock clock = new StoppedClock(NOW);
  final List<List<String>> commandsRun = new ArrayList<>();
  int exitCode;

  Site(Path root) {
    this.root = root;
    this.etc = root.resolve("etc");
    this.work = root.resolve("work");
    make(() -> Files.createDirectories(etc));
    make(() -> Files.createDirectories(work));
  }

  /** The usual site: a file, one with a secret, and a link to one elsewhere. */
  static Site usual(Path root) {
    Site site = new Site(root);
    site.write(site.etc.resolve("main.conf"), "main", "rw-r--r--");
    site.write(site.etc.resolve("secret.conf"), "password", "rw-------");
    site.write(site.etc.resolve("available/a.conf"), "site a", "rw-r-----");
    Path link = site.etc.resolve("enabled/a.conf");
    make(() -> Files.createDirectories(link.getParent()));
    make(() -> Files.createSymbolicLink(link, Path.of("../available/a.conf")));
    return site;
  }

  FileCheckpoints checkpoints() {
    return checkpoints(StepListener.NONE);
  }

  FileCheckpoints checkpoints(StepListener listener) {
    return new FileCheckpoints(
        new PluginContext(
            new GivenOptions(),
            new Directories(root.resolve("config"), work, root.resolve("logs")),
            ScriptedDisplay.unattended(),
            command -> {
              commandsRun.add(command.argv());
              return new CommandResult(exitCode, "", "not today\n");
            },
            name -> name.equals("PATH") ? Optional.of("/usr/bin:/bin") : Optional.empty(),
            clock,
            new DirectoryLocks()),
        listener);
  }

  Path file(String name) {
    return etc.resolve(name);
  }

  Path journal(ChangeKind kind) {
    return work.resolve(kind.directoryName());
  }

  void write(Path file, String content, String mode) {
    make(() -> Files.createDirectories(file.getParent()));
    make(() -> Files.writeString(file, content));
    make(() -> Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode)));
    make(() -> Files.setLastModifiedTime(file, LONG_AGO));
  }

  /** All of the configuration: contents, permissions, owners and times of files; texts of links. */
  Map<String, String> picture() {
    Map<String, String> picture = new TreeMap<>();
    for (Path each : tree(etc)) {
      if (!Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
        picture.put(etc.relativize(each).toString(), describe(each));
      }
    }
    return picture;
  }

  /** Every name in the work directory. */
  List<String> workNames() {
    return tree(work).stream()
        .map(each -> work.relativize(each).toString())
        .filter(each -> !each.isEmpty())
        .sorted()
        .toList();
  }

  static String describe(Path file) {
    try {
      return Files.isSymbolicLink(file)
          ? "-> " + Files.readSymbolicLink(file)
          : PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
              + " "
              + Files.getAttribute(file, "unix:uid")
              + ":"
              + Files.getAttribute(file, "unix:gid")
              + " "
              + Files.getLastModifiedTime(file)
              + " "
              + Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<Path> tree(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Something that fails only if the test itself is broken. */
  interface Step {
    Object run() throws IOException;
  }

  static void make(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
