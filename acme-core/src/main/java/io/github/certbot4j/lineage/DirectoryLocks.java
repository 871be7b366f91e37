package io.github.certbot4j.lineage;

import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.FailureException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps other instances, the original's included, away from the three directories: a POSIX record
 * lock on {@code .certbot.lock} in the logs, config and work directory, taken in this order and
 * kept until it is closed.
 */
public final class DirectoryLocks implements AutoCloseable {

  private final Deque<LockFile> held = new ArrayDeque<>();

  private DirectoryLocks() {}

  /**
   * Locks the three directories, which must exist, without waiting.
   *
   * @throws FailureException with a {@link io.github.certbot4j.model.Failure.Environment}: one for
   *     which a retry helps if another process holds a lock, naming it where the system tells; else
   *     one for a directory that can't be written to. No lock is held then.
   */
  public static DirectoryLocks acquire(Directories directories) {
    return acquire(List.of(directories.logs(), directories.config(), directories.work()));
  }

  /** Locks directories in the order given, see {@link #acquire(Directories)}. */
  public static DirectoryLocks acquire(List<Path> directories) {
    DirectoryLocks locks = new DirectoryLocks();
    Set<Path> done = new HashSet<>();
    try {
      for (Path directory : directories) {
        // Closing a second descriptor of one file would drop the lock held through the first.
        if (done.add(LockFile.identity(directory))) {
          locks.held.push(LockFile.acquire(directory));
        }
      }
      return locks;
    } catch (FailureException e) {
      locks.close();
      throw e;
    }
  }

  /** Releases the locks and removes their files. */
  @Override
  public void close() {
    while (!held.isEmpty()) {
      held.pop().close();
    }
  }
}
