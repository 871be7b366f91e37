package io.github.certbot4j.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;

/**
 * The changes on disk that this program makes, each of them all or nothing.
 *
 * <p>A file is written to a temporary name beside its target, with its final mode from the start,
 * and forced to disk; then one rename or hard link makes it visible, and its directory is forced.
 * The temporary name of {@code x} is {@code .x.tmp}: what a crash leaves there is overwritten the
 * next time. Two processes must not write the same target at once; the callers' locks see to that.
 *
 * <p>Every method throws a {@link io.github.certbot4j.model.FailureException} with a {@link
 * io.github.certbot4j.model.Failure.Environment} that names the path when the system refuses, and
 * leaves no temporary file behind.
 */
public final class AtomicFiles {

  private static final String TEMPORARY_SUFFIX = ".tmp";

  private final StepListener listener;
  private final boolean forcing;

  /** For everyday use. */
  public AtomicFiles() {
    this(StepListener.NONE);
  }

  /** Tells a listener about each step. */
  public AtomicFiles(StepListener listener) {
    this(listener, true);
  }

  private AtomicFiles(StepListener listener, boolean forcing) {
    this.listener = listener;
    this.forcing = forcing;
  }

  /**
   * For what may get lost: nothing waits for the disk. A change is all or nothing when the program
   * is killed, but after a power failure a file may be missing, as it was before, or empty.
   */
  public static AtomicFiles unforced() {
    return new AtomicFiles(StepListener.NONE, false);
  }

  /** Writes a file, in the place of an older one if there is one. */
  public void replace(Path target, byte[] content, FileMode mode) {
    try (StagedFile staged = stage(target, content, mode)) {
      staged.replace();
    }
    force(target.getParent());
  }

  /**
   * Writes a file unless there is one.
   *
   * @return false if there was something at the target, which is left as it was
   */
  public boolean create(Path target, byte[] content, FileMode mode) {
    boolean created;
    try (StagedFile staged = stage(target, content, mode)) {
      created = staged.publish();
    }
    force(target.getParent());
    return created;
  }

  /** Writes and forces a file that is not visible yet. */
  public StagedFile stage(Path target, byte[] content, FileMode mode) {
    Path temporary = temporaryFor(target);
    StagedFile staged = new StagedFile(temporary, target, listener);
    listener.before("create", temporary);
    try {
      Files.deleteIfExists(temporary);
      write(temporary, content, mode);
      return staged;
    } catch (IOException e) {
      staged.close();
      throw FileTrouble.cannot("write", target, e);
    }
  }

  private void write(Path temporary, byte[] content, FileMode mode) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(temporary, options, mode.forCreation())) {
      setModeOf(temporary, mode);
      listener.before("write", temporary);
      writeAll(channel, content);
    }
  }

  private void writeAll(FileChannel channel, byte[] content) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(content);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    if (forcing) {
      channel.force(true);
    }
  }

  private static void setModeOf(Path path, FileMode mode) throws IOException {
    if (mode.hasOwner() && !Files.getAttribute(path, "unix:uid").equals(mode.owner())) {
      Files.setAttribute(path, "unix:uid", mode.owner());
    }
    if (mode.hasGroup() && !Files.getAttribute(path, "unix:gid").equals(mode.group())) {
      Files.setAttribute(path, "unix:gid", mode.group());
    }
    if (!mode.masked()) {
      Files.setPosixFilePermissions(path, mode.permissions());
    }
  }

  /**
   * Writes over a file that nothing can be renamed over. A reader, or a crash, may meet half of it:
   * there must be a copy to bring back.
   */
  public void overwrite(Path target, byte[] content) {
    listener.before("overwrite", target);
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    try (FileChannel channel = FileChannel.open(target, options)) {
      listener.before("write", target);
      writeAll(channel, content);
    } catch (IOException e) {
      throw FileTrouble.cannot("write", target, e);
    }
  }

  /** Makes a symbolic link, in the place of an older link or file if there is one. */
  public void link(Path link, Path text) {
    try (StagedFile staged = stageLink(link, text)) {
      staged.replace();
    }
    force(link.getParent());
  }

  /**
   * Makes a symbolic link that is not visible yet.
   *
   * @param text what the link will contain, relative to its directory or absolute
   */
  public StagedFile stageLink(Path link, Path text) {
    Path temporary = temporaryFor(link);
    listener.before("create link", temporary);
    try {
      Files.deleteIfExists(temporary);
      Files.createSymbolicLink(temporary, text);
      return new StagedFile(temporary, link, listener);
    } catch (IOException e) {
      throw FileTrouble.cannot("create the link", link, e);
    }
  }

  /**
   * Makes a directory with all that are missing above it, which get the same mode. An existing
   * directory is left as it is.
   */
  public void makeDirectories(Path directory, FileMode mode) {
    if (Files.isDirectory(directory)) {
      return;
    }
    Path parent = directory.toAbsolutePath().getParent();
    if (parent != null) {
      makeDirectories(parent, mode);
    }
    listener.before("make directory", directory);
    try {
      Files.createDirectory(directory, mode.forCreation());
      setModeOf(directory, mode);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(directory)) {
        throw FileTrouble.cannot("create the directory", directory, e);
      }
    } catch (IOException e) {
      throw FileTrouble.cannot("create the directory", directory, e);
    }
    if (parent != null) {
      force(parent);
    }
  }

  /** Gives a file another name in the same file system, replacing what has that name. */
  public void rename(Path from, Path to) {
    new StagedFile(from, to, listener).replace();
    force(to.getParent());
  }

  /**
   * Gives a file another name unless that is taken.
   *
   * @return false if it is taken
   */
  public boolean renameIfFree(Path from, Path to) {
    boolean renamed = new StagedFile(from, to, listener).publish();
    force(to.getParent());
    return renamed;
  }

  /** Removes a file, a link or an empty directory, if it is there. */
  public void delete(Path path) {
    listener.before("delete", path);
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw FileTrouble.cannot("remove", path, e);
    }
  }

  /**
   * Removes a directory if it is there and empty.
   *
   * @return whether there is no such directory any more
   */
  public boolean deleteIfEmpty(Path directory) {
    listener.before("remove directory", directory);
    boolean real = Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS);
    return real ? directory.toFile().delete() : !Files.exists(directory, LinkOption.NOFOLLOW_LINKS);
  }

  /** Removes a directory with all it holds; links in it are removed, not followed. */
  public void deleteTree(Path directory) {
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.walkFileTree(directory, new Remover());
    } catch (IOException e) {
      throw FileTrouble.cannot("remove", directory, e);
    }
  }

  /** Waits until the names in a directory are on disk. */
  public void force(Path directory) {
    if (!forcing) {
      return;
    }
    listener.before("force", directory);
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      throw FileTrouble.cannot("force to disk", directory, e);
    }
  }

  /**
   * The name of the file that a temporary one was to become.
   *
   * @return empty if this isn't a name that {@link #stage} uses for a while
   */
  public static Optional<String> targetOfTemporary(String fileName) {
    return fileName.startsWith(".") && fileName.endsWith(TEMPORARY_SUFFIX)
        ? Optional.of(fileName.substring(1, fileName.length() - TEMPORARY_SUFFIX.length()))
        : Optional.empty();
  }

  /** Removes what a crash may have left when it broke off the writing of a target. */
  public void discardTemporary(Path target) {
    delete(temporaryFor(target));
  }

  private static Path temporaryFor(Path target) {
    return target.resolveSibling("." + target.getFileName() + TEMPORARY_SUFFIX);
  }

  private final class Remover extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException trouble) {
      delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
