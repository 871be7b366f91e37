package io.github.certbot4j.file;

import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.FailureException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps other instances, the original's included, away from directories: a POSIX record lock on
 * {@code .certbot.lock} in each, kept until this is closed, for which the run sees. The core's
 * three come first; plugins add the directories of the servers that they configure.
 */
public final class DirectoryLocks implements AutoCloseable {

  private final Deque<LockFile> held = new ArrayDeque<>();
  private final Set<Path> directories = new HashSet<>();

  /** Locks nothing yet. */
  public DirectoryLocks() {}

  /** Locks the logs, config and work directory, in this order; see {@link #acquire(List)}. */
  public static DirectoryLocks acquire(Directories directories) {
    return acquire(List.of(directories.logs(), directories.config(), directories.work()));
  }

  /**
   * Locks directories in the order given.
   *
   * @throws FailureException as {@link #hold} does; no lock is held then
   */
  public static DirectoryLocks acquire(List<Path> directories) {
    DirectoryLocks locks = new DirectoryLocks();
    try {
      directories.forEach(locks::hold);
      return locks;
    } catch (FailureException e) {
      locks.close();
      throw e;
    }
  }

  /**
   * Locks a directory, which must exist, without waiting; one that is locked already stays so.
   *
   * @throws FailureException with a {@link io.github.certbot4j.model.Failure.Environment}: one for
   *     which a retry helps if another process holds the lock, naming it where the system tells;
   *     else one for a directory that can't be written to
   */
  public synchronized void hold(Path directory) {
    Path identity = LockFile.identity(directory);
    // Closing a second descriptor of one file would drop the lock held through the first.
    if (!directories.contains(identity)) {
      held.push(LockFile.acquire(directory));
      directories.add(identity);
    }
  }

  /** Releases the locks, the newest first, and removes their files. */
  @Override
  public synchronized void close() {
    while (!held.isEmpty()) {
      held.pop().close();
    }
    directories.clear();
  }
}
