package io.github.certbot4j.file;

import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Permission bits and group of a new file or directory.
 *
 * @param bits the nine permission bits, set whatever the umask is; {@link #UNSET} leaves them to
 *     the umask, as {@code open(2)} with 0666 and {@code mkdir(2)} with 0777 do
 * @param group the numeric group; {@link #UNSET} leaves it to the system
 */
public record FileMode(int bits, int group) {

  /** Stands for bits or a group that the system chooses. */
  public static final int UNSET = -1;

  /** What the umask leaves of 0666, or of 0777 for a directory. */
  public static final FileMode BY_UMASK = new FileMode(UNSET, UNSET);

  /** For files with secrets: 0600. */
  public static final FileMode SECRET_FILE = exactly(0600);

  /** For directories with secrets: 0700. */
  public static final FileMode SECRET_DIRECTORY = exactly(0700);

  /** For directories that everybody may look into: 0755. */
  public static final FileMode OPEN_DIRECTORY = exactly(0755);

  private static final PosixFilePermission[] FROM_HIGHEST_BIT = PosixFilePermission.values();

  /** These bits, whatever the umask. */
  public static FileMode exactly(int bits) {
    return new FileMode(bits & 0777, UNSET);
  }

  /** The same bits for another group. */
  public FileMode withGroup(int gid) {
    return new FileMode(bits, gid);
  }

  boolean isByUmask() {
    return bits == UNSET;
  }

  boolean hasGroup() {
    return group != UNSET;
  }

  /** The permission bits as the library has them; not for {@link #BY_UMASK}. */
  public Set<PosixFilePermission> permissions() {
    return permissions(bits);
  }

  /** What to create with: never more than the owner may do while a group is still to be set. */
  FileAttribute<?>[] forCreation() {
    if (isByUmask()) {
      return new FileAttribute<?>[0];
    }
    int first = hasGroup() ? bits & 0700 : bits;
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
