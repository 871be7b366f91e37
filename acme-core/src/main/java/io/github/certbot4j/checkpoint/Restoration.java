package io.github.certbot4j.checkpoint;

import io.github.certbot4j.exec.Command;
import io.github.certbot4j.exec.CommandResult;
import io.github.certbot4j.exec.CommandRunner;
import io.github.certbot4j.exec.SearchPath;
import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.FileMode;
import io.github.certbot4j.file.FileTrouble;
import io.github.certbot4j.file.LinkEnd;
import io.github.certbot4j.file.PlainFile;
import io.github.certbot4j.file.StagedFile;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Undoes what a journal tells. Doing so again after having been killed anywhere in between leads to
 * the same end.
 */
final class Restoration {

  private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

  private final AtomicFiles files;
  private final CommandRunner commands;
  private final SearchPath searchPath;

  Restoration(AtomicFiles files, CommandRunner commands, SearchPath searchPath) {
    this.files = files;
    this.commands = commands;
    this.searchPath = searchPath;
  }

  /**
   * Runs the commands, newest first, then brings back every file, then removes those that were
   * created. What fails does not keep the rest from being undone.
   *
   * @throws FailureException naming the first file that could not be restored or removed
   */
  void run(RollbackJournal journal) {
    List<List<String>> undo = journal.commands();
    for (int i = undo.size() - 1; i >= 0; i--) {
      runLogged(undo.get(i));
    }
    List<FailureException> failures = new ArrayList<>();
    List<Path> created = journal.created();
    Set<Path> done = new HashSet<>();
    for (RollbackJournal.Changed changed : journal.changed()) {
      boolean wasThere = !created.contains(LinkEnd.place(changed.original()));
      // If a file was listed twice, the older copy is the first.
      if (wasThere && done.add(LinkEnd.of(changed.original()))) {
        attempt(() -> restore(changed, journal), failures);
      }
    }
    created.forEach(each -> attempt(() -> remove(each), failures));
    if (!failures.isEmpty()) {
      FailureException first = failures.remove(0);
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }

  private static void attempt(Runnable step, List<FailureException> failures) {
    try {
      step.run();
    } catch (FailureException e) {
      LOG.error("{}", e.getMessage());
      failures.add(e);
    }
  }

  private void runLogged(List<String> argv) {
    List<String> resolved = new ArrayList<>(argv);
    searchPath.find(argv.get(0)).ifPresent(program -> resolved.set(0, program.toString()));
    try {
      Map<String, String> environment = Map.of("PATH", searchPath.extended());
      CommandResult result = commands.run(new Command(resolved, environment, List.of()));
      if (!result.succeeded()) {
        LOG.error(
            "'{}' failed with exit code {}: {}",
            String.join(" ", argv),
            result.exitCode(),
            result.stderr().strip());
      }
    } catch (FailureException e) {
      LOG.error("'{}' could not be run: {}", String.join(" ", argv), e.getMessage());
    }
  }

  private void restore(RollbackJournal.Changed changed, RollbackJournal journal) {
    Path target = LinkEnd.of(changed.original());
    Optional<byte[]> content = PlainFile.read(changed.copy());
    if (content.isEmpty()) {
      throw FailureException.storage(
          "The copy of " + changed.original() + " is missing from " + journal.directory() + ".",
          "Restore the file from a backup of your own, then move that directory away.");
    }
    boolean there = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    // The copy of another program belongs to whoever ran it, not to the owner of the file.
    FileMode copied = FileMode.of(changed.copy());
    FileMode mode = there ? copied.ownedAs(FileMode.of(target)) : copied;
    if (there && isSame(target, content.get(), mode)) {
      // On a full disk this is what an edit that could not be written has left: nothing.
      files.discardTemporary(target);
      return;
    }
    files.makeDirectories(target.getParent(), FileMode.OPEN_DIRECTORY);
    try (StagedFile staged = files.stage(target, content.get(), mode)) {
      staged.setModified(modified(changed.copy()));
      if (!staged.replaceUnlessMounted()) {
        files.overwrite(target, content.get());
      }
    }
    files.force(target.getParent());
  }

  private static boolean isSame(Path target, byte[] content, FileMode mode) {
    return mode.equals(FileMode.of(target))
        && PlainFile.read(target).map(found -> Arrays.equals(found, content)).orElse(false);
  }

  private static FileTime modified(Path copy) {
    try {
      return Files.getLastModifiedTime(copy);
    } catch (IOException e) {
      throw FileTrouble.cannot("read", copy, e);
    }
  }

  private void remove(Path created) {
    if (Files.isDirectory(created, LinkOption.NOFOLLOW_LINKS)) {
      throw FailureException.storage(
          created + " is a directory; a file that this program made was there.",
          "Remove it if nothing needs it.");
    }
    boolean wasThere = Files.exists(created, LinkOption.NOFOLLOW_LINKS);
    if (Files.isDirectory(created.getParent())) {
      files.discardTemporary(created);
      files.delete(created);
      files.force(created.getParent());
    }
    LOG.debug(wasThere ? "Removed {}" : "{} had not been created, or is gone already", created);
  }
}
