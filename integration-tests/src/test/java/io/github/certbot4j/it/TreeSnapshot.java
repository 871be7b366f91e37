package io.github.certbot4j.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that a directory tree holds: types, modes, link texts and content. */
public record TreeSnapshot(Map<String, String> entries) {

  public static TreeSnapshot of(Path root) {
    Map<String, String> entries = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.toList()) {
        entries.put(root.relativize(path).toString(), describe(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TreeSnapshot(entries);
  }

  /** The same without what lies below some directories. */
  public TreeSnapshot without(String... prefixes) {
    Predicate<String> dropped = path -> Stream.of(prefixes).anyMatch(path::startsWith);
    Map<String, String> kept = new TreeMap<>(entries);
    kept.keySet().removeIf(dropped);
    return new TreeSnapshot(kept);
  }

  /** One line for each difference; none when the trees are the same. */
  public List<String> differences(TreeSnapshot later) {
    TreeMap<String, String> all = new TreeMap<>(entries);
    all.putAll(later.entries);
    return all.keySet().stream()
        .filter(path -> !text(path).equals(later.text(path)))
        .map(path -> path + ": " + text(path) + " -> " + later.text(path))
        .toList();
  }

  private String text(String path) {
    return entries.getOrDefault(path, "absent");
  }

  private static String describe(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      return "link to " + Files.readSymbolicLink(path);
    }
    String mode =
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    if (Files.isDirectory(path)) {
      return "directory " + mode;
    }
    return "file " + mode + " " + digest(Files.readAllBytes(path));
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
