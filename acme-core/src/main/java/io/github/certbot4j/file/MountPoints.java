package io.github.certbot4j.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Knows files that are mounted one by one, as container engines do with configuration files. No
 * other file can be renamed over them.
 */
final class MountPoints {

  /** See proc_pid_mountinfo(5). */
  private static final Path TABLE = Path.of("/proc/self/mountinfo");

  private static final Charset ISO = StandardCharsets.ISO_8859_1;
  private static final int FIELD_OF_MOUNT_POINT = 4;

  private MountPoints() {}

  /** Whether something is mounted at exactly this path; false where the system doesn't tell. */
  static boolean contain(Path path) {
    try {
      return listed(Files.readString(TABLE, ISO), path);
    } catch (IOException e) {
      return false;
    }
  }

  static boolean listed(String table, Path path) {
    String wanted = new String(path.toString().getBytes(StandardCharsets.UTF_8), ISO);
    return table
        .lines()
        .map(line -> line.split(" ", -1))
        .filter(fields -> fields.length > FIELD_OF_MOUNT_POINT)
        .anyMatch(fields -> unescaped(fields[FIELD_OF_MOUNT_POINT]).equals(wanted));
  }

  private static String unescaped(String field) {
    return field
        .replace("\\040", " ")
        .replace("\\011", "\t")
        .replace("\\012", "\n")
        .replace("\\134", "\\");
  }
}
