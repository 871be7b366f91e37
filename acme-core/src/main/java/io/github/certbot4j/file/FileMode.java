package io.github.certbot4j.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Permission bits, owner and group of a new file or directory.
 *
 * @param bits the nine permission bits
 * @param masked whether the umask takes its part of them; else they are set whatever it is
 * @param owner the numeric owner; {@link #UNSET} leaves it to the system
 * @param group the numeric group; {@link #UNSET} leaves it to the system
 */
public record FileMode(int bits, boolean masked, int owner, int group) {

  /** Stands for an owner or a group that the system chooses. */
  public static final int UNSET = -1;

  /** For files with secrets: 0600. */
  public static final FileMode SECRET_FILE = exactly(0600);

  /** For files as any program makes them: 0666 without the umask. */
  public static final FileMode ORDINARY_FILE = masked(0666);

  /** For directories with secrets: 0700. */
  public static final FileMode SECRET_DIRECTORY = exactly(0700);

  /** For directories that everybody may look into: 0755. */
  public static final FileMode OPEN_DIRECTORY = exactly(0755);

  /** For directories as any program makes them: 0777 without the umask. */
  public static final FileMode ORDINARY_DIRECTORY = masked(0777);

  private static final PosixFilePermission[] FROM_HIGHEST_BIT = PosixFilePermission.values();

  /** These bits, whatever the umask. */
  public static FileMode exactly(int bits) {
    return new FileMode(bits & 0777, false, UNSET, UNSET);
  }

  /** These bits but for those in the umask. */
  public static FileMode masked(int bits) {
    return new FileMode(bits & 0777, true, UNSET, UNSET);
  }

  /** Exactly what an existing file has; links are followed. */
  public static FileMode of(Path file) {
    try {
      Map<String, Object> found = Files.readAttributes(file, "unix:mode,uid,gid");
      int bits = (int) found.get("mode") & 0777;
      return new FileMode(bits, false, (int) found.get("uid"), (int) found.get("gid"));
    } catch (IOException e) {
      throw FileTrouble.cannot("read the permissions of", file, e);
    }
  }

  /** The same bits for another group. */
  public FileMode withGroup(int gid) {
    return new FileMode(bits, masked, owner, gid);
  }

  /** The same bits with the owner and group of another one. */
  public FileMode ownedAs(FileMode other) {
    return new FileMode(bits, masked, other.owner, other.group);
  }

  boolean hasOwner() {
    return owner != UNSET;
  }

  boolean hasGroup() {
    return group != UNSET;
  }

  /** The permission bits as the library has them. */
  public Set<PosixFilePermission> permissions() {
    return permissions(bits);
  }

  /**
   * What to create with: never more than the owner may do while owner or group are still to be set.
   */
  FileAttribute<?>[] forCreation() {
    int first = hasOwner() || hasGroup() ? bits & 0700 : bits;
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions(first))};
  }

  private static Set<PosixFilePermission> permissions(int bits) {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (int i = 0; i < FROM_HIGHEST_BIT.length; i++) {
      if ((bits & (0400 >> i)) != 0) {
        permissions.add(FROM_HIGHEST_BIT[i]);
      }
    }
    return permissions;
  }
}
