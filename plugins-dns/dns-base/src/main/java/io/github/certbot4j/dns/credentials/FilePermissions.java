package io.github.certbot4j.dns.credentials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of files with credentials that more users can read than should. */
final class FilePermissions {

  private static final Logger LOG = LoggerFactory.getLogger(FilePermissions.class);
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private FilePermissions() {}

  /** Looks at the target of links. A group counts unless it is root's. */
  static void warnAbout(Path file) {
    try {
      Map<String, Object> attributes = Files.readAttributes(file, "unix:permissions,gid");
      Set<?> permissions = (Set<?>) attributes.get("permissions");
      boolean others = OTHERS.stream().anyMatch(permissions::contains);
      boolean group =
          !attributes.get("gid").equals(0)
              && (permissions.contains(PosixFilePermission.GROUP_READ)
                  || permissions.contains(PosixFilePermission.GROUP_WRITE));
      if (others || group) {
        LOG.warn(
            "Unsafe permissions on credentials configuration file: {}. {} can get at it; \"chmod"
                + " 600\" leaves it to its owner.",
            file,
            others ? "Every user of this machine" : "Its group");
      }
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      LOG.debug("The permissions of {} can't be read", file, e);
    }
  }

  /** A file of the same content that was found, told apart from missing ones and directories. */
  static Optional<String> problem(Path file) {
    if (Files.isDirectory(file)) {
      return Optional.of("Path is a directory: " + file);
    }
    return Files.exists(file) ? Optional.empty() : Optional.of("File not found: " + file);
  }
}
