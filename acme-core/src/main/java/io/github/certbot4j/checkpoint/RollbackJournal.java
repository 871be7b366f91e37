package io.github.certbot4j.checkpoint;

import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.FileMode;
import io.github.certbot4j.file.FileTrouble;
import io.github.certbot4j.file.LinkEnd;
import io.github.certbot4j.file.PlainFile;
import io.github.certbot4j.file.StagedFile;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One directory that tells how to undo changes.
 *
 * <p>Everything is on disk before the change that it undoes may begin: a copy is whole before its
 * file is listed, and lists are replaced, never appended to. Nobody else may change the directory
 * meanwhile; the lock of the work directory sees to that.
 */
final class RollbackJournal {

  private static final String CHANGED = "FILEPATHS";
  private static final String CREATED = "NEW_FILES";
  private static final String COMMANDS = "COMMANDS";
  private static final String NOTES = "CHANGES_SINCE";
  private static final String NO_NOTES = "No changes";
  private static final String DONE_SUFFIX = ".undone";
  private static final FileMode OPEN_FILE = FileMode.exactly(0644);
  private static final Charset UTF_8 = StandardCharsets.UTF_8;
  private static final Path THIS_PROCESS = Path.of("/proc/self");

  private final Path directory;
  private final AtomicFiles files;

  RollbackJournal(Path directory, AtomicFiles files) {
    this.directory = directory;
    this.files = files;
  }

  /**
   * A file that was changed.
   *
   * @param original its path
   * @param copy what it was like before
   */
  record Changed(Path original, Path copy) {}

  Path directory() {
    return directory;
  }

  /**
   * Whether there is anything to undo.
   *
   * @throws FailureException if what is there was not made by this user or the superuser: acting on
   *     it would let others choose which files are overwritten
   */
  boolean exists() {
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS) || !isOurs()) {
      throw FailureException.storage(
          directory + " is not a directory of the user who runs this program.",
          "It could have been put there to have other files overwritten. Look at it and move it"
              + " away.");
    }
    return true;
  }

  private boolean isOurs() {
    try {
      int owner = (int) Files.getAttribute(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS);
      return owner == 0
          || !Files.exists(THIS_PROCESS)
          || Files.getAttribute(THIS_PROCESS, "unix:uid").equals(owner);
    } catch (IOException e) {
      throw FileTrouble.cannot("check", directory, e);
    }
  }

  /** The files that were changed, in the order in which they were listed. */
  List<Changed> changed() {
    List<Path> originals = paths(CHANGED);
    List<Changed> changed = new ArrayList<>();
    for (int i = 0; i < originals.size(); i++) {
      changed.add(new Changed(originals.get(i), copyOf(originals.get(i), i)));
    }
    return changed;
  }

  /** The files that did not exist before. */
  List<Path> created() {
    return paths(CREATED);
  }

  /** The commands that undo other changes, oldest first. */
  List<List<String>> commands() {
    return content(COMMANDS).map(UndoCommands::parse).orElse(List.of());
  }

  /** Whether one of the files is listed as changed or as created. */
  boolean lists(Path file) {
    Path end = LinkEnd.of(file);
    return created().contains(LinkEnd.place(file))
        || paths(CHANGED).stream().anyMatch(each -> LinkEnd.of(each).equals(end));
  }

  /**
   * Keeps a copy of each file that has none yet.
   *
   * @param ends files that exist, without links in their paths
   */
  void backUp(Collection<Path> ends) {
    make();
    List<Path> listed = new ArrayList<>(paths(CHANGED));
    Set<Path> known = new HashSet<>();
    listed.forEach(each -> known.add(LinkEnd.of(each)));
    int before = listed.size();
    for (Path end : ends) {
      JournalPaths.requireStorable(end);
      if (known.add(end)) {
        copy(end, copyOf(end, listed.size()));
        listed.add(end);
      }
    }
    if (listed.size() > before) {
      files.force(directory);
      put(CHANGED, JournalPaths.format(listed));
    }
  }

  private void copy(Path source, Path copy) {
    try {
      FileTime modified = Files.getLastModifiedTime(source);
      byte[] content = Files.readAllBytes(source);
      try (StagedFile staged = files.stage(copy, content, FileMode.of(source))) {
        staged.setModified(modified);
        staged.replace();
      }
    } catch (IOException e) {
      throw FileTrouble.cannot("back up", source, e);
    }
  }

  /** Notes files that are about to be created. */
  void addCreated(Collection<Path> places) {
    make();
    List<Path> listed = new ArrayList<>(created());
    places.stream().filter(each -> !listed.contains(each)).distinct().forEach(listed::add);
    put(CREATED, JournalPaths.format(listed));
  }

  /** Notes a command, unless it is there already. */
  void addCommand(List<String> argv) {
    make();
    List<List<String>> listed = new ArrayList<>(commands());
    if (!listed.contains(argv)) {
      listed.add(argv);
    }
    put(COMMANDS, UndoCommands.format(listed));
  }

  /** Adds to what people can read about the changes. */
  void addNotes(String notes) {
    make();
    put(NOTES, (content(NOTES).map(RollbackJournal::text).orElse("") + notes).getBytes(UTF_8));
  }

  /** Puts a title above the notes. */
  void setTitle(String title) {
    String notes = content(NOTES).map(RollbackJournal::text).orElse(NO_NOTES);
    put(NOTES, ("-- " + title + " --\n" + notes).getBytes(UTF_8));
  }

  /** Gives it another place; nothing may be there. */
  RollbackJournal moveTo(Path other) {
    files.rename(directory, other);
    files.force(directory.getParent());
    return new RollbackJournal(other, files);
  }

  /** Forgets it: at once for all who might act on it, then on disk. */
  void discard() {
    Path undone = undone(directory);
    files.deleteTree(undone);
    files.rename(directory, undone);
    files.deleteTree(undone);
  }

  /** Removes what a kill in the middle of {@link #discard} left. */
  void discardLeftovers() {
    files.deleteTree(undone(directory));
  }

  /** Under this name the original doesn't see it either, or finds nothing newer to undo. */
  private static Path undone(Path directory) {
    return directory.resolveSibling("." + directory.getFileName() + DONE_SUFFIX);
  }

  private void make() {
    if (!exists()) {
      files.makeDirectories(directory, FileMode.OPEN_DIRECTORY);
    }
  }

  private Path copyOf(Path original, int index) {
    return directory.resolve(original.getFileName() + "_" + index);
  }

  private List<Path> paths(String list) {
    return content(list)
        .map(each -> JournalPaths.parse(each, directory.resolve(list)))
        .orElse(List.of());
  }

  private Optional<byte[]> content(String name) {
    return PlainFile.read(directory.resolve(name));
  }

  private void put(String name, byte[] content) {
    files.replace(directory.resolve(name), content, OPEN_FILE);
  }

  private static String text(byte[] content) {
    return new String(content, UTF_8);
  }
}
