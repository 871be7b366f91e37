package io.github.certbot4j.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.StringTokenizer;

/** Finds out who holds a record lock, from Linux's {@code /proc/locks} (proc(5)). */
final class LockHolder {

  private static final Path LOCKS = Path.of("/proc/locks");
  private static final int FIELD_OF_TYPE = 1;
  private static final int FIELD_OF_PID = 4;
  private static final int FIELD_OF_INODE = 5;

  private LockHolder() {}

  /** The process as {@code process 123 (name)}; empty if the system doesn't tell. */
  static String of(Path file) {
    try {
      long inode = (long) Files.getAttribute(file, "unix:ino");
      String locks = new String(Files.readAllBytes(LOCKS), StandardCharsets.ISO_8859_1);
      Optional<String> pid = pidIn(locks, inode);
      return pid.isPresent() ? "process " + pid.get() + nameOf(pid.get()) : "";
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  /** The process that holds a POSIX lock on an inode; 0 stands for one that we can't see. */
  static Optional<String> pidIn(String locks, long inode) {
    String wanted = ":" + inode;
    StringTokenizer lines = new StringTokenizer(locks, "\n");
    while (lines.hasMoreTokens()) {
      String[] fields = fields(lines.nextToken());
      boolean found =
          fields[FIELD_OF_TYPE].equals("POSIX")
              && fields[FIELD_OF_INODE].endsWith(wanted)
              && !fields[FIELD_OF_PID].startsWith("-")
              && !fields[FIELD_OF_PID].equals("0");
      if (found) {
        return Optional.of(fields[FIELD_OF_PID]);
      }
    }
    return Optional.empty();
  }

  /** A waiting process has {@code ->} as its second field, and holds nothing. */
  private static String[] fields(String line) {
    StringTokenizer words = new StringTokenizer(line);
    String[] fields = new String[FIELD_OF_INODE + 1];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = words.hasMoreTokens() ? words.nextToken() : "";
    }
    return fields;
  }

  private static String nameOf(String pid) throws IOException {
    Path name = Path.of("/proc", pid, "comm");
    if (!Files.isReadable(name)) {
      return "";
    }
    return " (" + new String(Files.readAllBytes(name), StandardCharsets.UTF_8).strip() + ")";
  }
}
