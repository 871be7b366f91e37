package io.github.certbot4j.file;

import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One held lock. The file is removed on release, before the lock is given up; so whoever gets the
 * lock must make sure that it is on the file that is still there under that name.
 */
final class LockFile implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LockFile.class);

  private static final String NAME = ".certbot.lock";
  private static final Path OWN_DESCRIPTORS = Path.of("/proc/self/fd");

  private final Path file;
  private final FileChannel channel;

  private LockFile(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Locks a directory, see {@link DirectoryLocks}. */
  static LockFile acquire(Path directory) {
    Path file = directory.resolve(NAME);
    try {
      while (true) {
        LockFile candidate = new LockFile(file, open(file));
        if (candidate.lock()) {
          return candidate;
        }
      }
    } catch (IOException e) {
      throw FileTrouble.cannot("lock", file, e);
    }
  }

  /** The directory without links in its path. */
  static Path identity(Path directory) {
    try {
      return directory.toRealPath();
    } catch (IOException e) {
      throw FileTrouble.cannot("lock", directory, e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.debug("A lock file stays behind, harmless: {}", file, e);
    }
    closeChannel();
  }

  private void closeChannel() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("Closing {} failed", file, e);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(FileMode.SECRET_FILE.permissions()));
  }

  /**
   * Tries to lock; without success, the file is closed.
   *
   * @return false if the file was removed or replaced meanwhile, so that it must be opened anew
   */
  private boolean lock() throws IOException {
    boolean locked = false;
    try {
      if (channel.tryLock() == null) {
        throw busy(LockHolder.of(file));
      }
      locked = isOneOfOurs(file);
      return locked;
    } catch (OverlappingFileLockException e) {
      throw busy("this process");
    } finally {
      if (!locked) {
        closeChannel();
      }
    }
  }

  /** Java can't ask an open file for its inode, but the system shows what we have open. */
  private static boolean isOneOfOurs(Path file) throws IOException {
    Object wanted;
    try {
      wanted = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException e) {
      return false;
    }
    String[] descriptors = OWN_DESCRIPTORS.toFile().list();
    if (descriptors == null) {
      return true;
    }
    for (String descriptor : descriptors) {
      if (wanted.equals(keyOf(OWN_DESCRIPTORS.resolve(descriptor)))) {
        return true;
      }
    }
    return false;
  }

  private static Object keyOf(Path descriptor) {
    try {
      return Files.readAttributes(descriptor, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      return "closed meanwhile";
    }
  }

  private FailureException busy(String holder) {
    return new FailureException(
        new Failure.Environment(
            "Another instance of certbot is running: "
                + (holder.isEmpty() ? "a process" : holder)
                + " holds "
                + file
                + ".",
            "Wait until it has ended.",
            true));
  }
}
