package io.github.certbot4j.file;

import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;

/**
 * A complete file or link under a temporary name beside its target, forced to disk, that one rename
 * makes visible. Closing it without having done that removes it.
 *
 * <p>Whoever makes it visible forces the directory afterwards ({@link AtomicFiles#force}).
 */
public final class StagedFile implements AutoCloseable {

  private final Path temporary;
  private final Path target;
  private final StepListener listener;
  private boolean done;

  StagedFile(Path temporary, Path target, StepListener listener) {
    this.temporary = temporary;
    this.target = target;
    this.listener = listener;
  }

  /** Where it will be seen. */
  public Path target() {
    return target;
  }

  /** Puts it in the place of whatever file or link is there; at no moment is there neither. */
  public void replace() {
    listener.before("rename over", target);
    try {
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      done = true;
    } catch (IOException e) {
      throw FileTrouble.cannot("replace", target, e);
    }
  }

  /**
   * Puts it in the place of whatever is there, unless that is mounted, so that it can only be
   * written over ({@link AtomicFiles#overwrite}).
   *
   * @return false if something is mounted there, which is left as it was
   */
  public boolean replaceUnlessMounted() {
    try {
      replace();
      return true;
    } catch (FailureException e) {
      if (MountPoints.contain(target)) {
        return false;
      }
      throw e;
    }
  }

  /** Gives it the time of change of the file that it brings back. */
  public void setModified(FileTime time) {
    listener.before("set time", temporary);
    try {
      Files.setLastModifiedTime(temporary, time);
    } catch (IOException e) {
      throw FileTrouble.cannot("set the time of", target, e);
    }
  }

  /**
   * Puts it in its place unless something is there.
   *
   * @return false if something was there; that is left as it was
   */
  public boolean publish() {
    listener.before("publish", target);
    try {
      Files.createLink(target, temporary);
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (FileSystemException | UnsupportedOperationException e) {
      return publishWithoutHardLink();
    } catch (IOException e) {
      throw FileTrouble.cannot("create", target, e);
    }
    close();
    done = true;
    return true;
  }

  /** Some file systems know no hard links; the caller's lock has to keep others away there. */
  private boolean publishWithoutHardLink() {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    replace();
    return true;
  }

  /** Removes the temporary file, if it is still there. */
  @Override
  public void close() {
    if (!done) {
      listener.before("discard", temporary);
      done = temporary.toFile().delete();
    }
  }
}
