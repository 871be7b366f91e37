package io.github.certbot4j.checkpoint;

import io.github.certbot4j.exec.SearchPath;
import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.LinkEnd;
import io.github.certbot4j.file.StepListener;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.spi.PluginContext;
import io.github.certbot4j.spi.Waiter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets an installer take back what it does to files: challenges when they are over, edits that were
 * not finished, and whole checkpoints.
 *
 * <p>Whatever is announced here is on disk when the call returns, so that a later run, of this
 * program or of the original, undoes it if this one is killed. All installers share the journals,
 * as they share the work directory, whose lock the caller holds. The methods may be called by
 * several threads.
 *
 * <p>A file is changed and restored where it is; a link that leads to it stays.
 */
public final class FileCheckpoints {

  private static final Logger LOG = LoggerFactory.getLogger(FileCheckpoints.class);

  private static final String CHECKPOINTS = "backups";

  private final Path work;
  private final AtomicFiles files;
  private final CheckpointDirectory checkpoints;
  private final Restoration restoration;
  private final Waiter clock;

  /** The checkpoints in the work directory of a plugin's run. */
  public FileCheckpoints(PluginContext context) {
    this(context, StepListener.NONE);
  }

  /** The same, telling a listener about each change on disk. */
  public FileCheckpoints(PluginContext context, StepListener listener) {
    this.work = context.directories().work();
    this.files = new AtomicFiles(listener);
    this.checkpoints = new CheckpointDirectory(work.resolve(CHECKPOINTS), files);
    SearchPath path = new SearchPath(context.environment().variable("PATH").orElse(""));
    this.restoration = new Restoration(files, context.commands(), path);
    this.clock = context.waiter();
  }

  /**
   * Keeps copies of files that are about to be changed. A file that this journal has a copy of
   * keeps that one, which is older.
   *
   * @param changing files that exist; links are followed
   * @param notes what people will find in the journal; added even if there is no new file
   * @throws FailureException if a file can't be copied, or challenges that are not over have
   *     changed one that is to be changed for good; then nothing may be changed
   */
  public synchronized void backUp(ChangeKind kind, Collection<Path> changing, String notes) {
    Set<Path> ends = new LinkedHashSet<>();
    changing.forEach(each -> ends.add(LinkEnd.of(each)));
    requireNoChallenge(kind, ends);
    RollbackJournal journal = journal(kind);
    journal.backUp(ends);
    journal.addNotes(notes);
  }

  /**
   * Announces files or links that are about to be created, so that undoing removes them. They must
   * not exist yet: what exists would be lost.
   *
   * @throws FailureException as {@link #backUp} does
   */
  public synchronized void registerNewFiles(ChangeKind kind, Collection<Path> creating) {
    if (creating.isEmpty()) {
      throw new IllegalArgumentException("no file to register");
    }
    Set<Path> places = new LinkedHashSet<>();
    creating.forEach(each -> places.add(LinkEnd.place(each)));
    requireNoChallenge(kind, places);
    journal(kind).addCreated(places);
  }

  /**
   * Announces a command that undoes what is about to be done. It must do no harm when it is run
   * again, or before that was done.
   *
   * @param argv the program, looked up in PATH and the usual places of administrators' programs,
   *     and its arguments, without secrets
   */
  public synchronized void registerUndo(ChangeKind kind, List<String> argv) {
    if (argv.isEmpty()) {
      throw new IllegalArgumentException("no command to register");
    }
    journal(kind).addCommand(argv);
  }

  /**
   * Makes a checkpoint of all permanent changes since the last one.
   *
   * @return false if there were none
   */
  public synchronized boolean finish(String title) {
    RollbackJournal pending = journal(ChangeKind.PERMANENT);
    if (!pending.exists()) {
      return false;
    }
    pending.setTitle(title);
    pending.moveTo(checkpoints.next(clock.now()));
    return true;
  }

  /**
   * Undoes the temporary changes.
   *
   * @return whether there were any
   * @throws FailureException naming a file that could not be restored; the journal is kept then,
   *     and the next call tries again
   */
  public synchronized boolean revertTemporary() {
    return undo(journal(ChangeKind.TEMPORARY));
  }

  /**
   * Undoes the temporary changes, which are the newer ones, then the permanent ones that are not in
   * a checkpoint, whichever run or plugin made them.
   *
   * @return whether there were any
   * @throws FailureException as {@link #revertTemporary} does
   */
  public synchronized boolean recover() {
    boolean temporary = revertTemporary();
    return undo(journal(ChangeKind.PERMANENT)) || temporary;
  }

  /** Whether {@link #recover} would undo anything. */
  public synchronized boolean isPending() {
    return journal(ChangeKind.TEMPORARY).exists() || journal(ChangeKind.PERMANENT).exists();
  }

  /**
   * Restores the files as they were before the newest checkpoints, and forgets these. What is
   * pending is undone before. A rollback that is killed is completed by the next {@link #recover}.
   *
   * @param count how many; if there are fewer, all are undone, with a warning
   * @return how many were undone
   * @throws FailureException as {@link #revertTemporary} does; the checkpoint is kept
   */
  public synchronized int rollback(int count) {
    if (count > 0) {
      recover();
    }
    List<Path> stored = checkpoints.list();
    int undone = Math.min(count, stored.size());
    if (stored.isEmpty() && count > 0) {
      LOG.warn("There is no checkpoint to go back to.");
    } else if (undone < count) {
      LOG.warn("There are only {} checkpoints; all of them are undone.", undone);
    }
    for (int i = 0; i < undone; i++) {
      rollBack(stored.get(stored.size() - 1 - i));
    }
    return undone;
  }

  /** While it is under way it stands where changes stand that have to be undone. */
  private void rollBack(Path checkpoint) {
    RollbackJournal stored = new RollbackJournal(checkpoint, files);
    if (!stored.exists()) {
      return;
    }
    RollbackJournal moved = stored.moveTo(place(ChangeKind.PERMANENT));
    try {
      undo(moved);
    } catch (FailureException e) {
      moved.moveTo(checkpoint);
      throw e;
    }
  }

  private boolean undo(RollbackJournal journal) {
    if (Files.isDirectory(work)) {
      journal.discardLeftovers();
    }
    if (!journal.exists()) {
      return false;
    }
    restoration.run(journal);
    journal.discard();
    return true;
  }

  private void requireNoChallenge(ChangeKind kind, Collection<Path> paths) {
    RollbackJournal temporary = journal(ChangeKind.TEMPORARY);
    if (kind == ChangeKind.TEMPORARY || !temporary.exists()) {
      return;
    }
    for (Path path : paths) {
      if (temporary.lists(path)) {
        throw FailureException.rejected(
            path + " holds changes for a challenge and can't be changed for good meanwhile.",
            "This is a fault in the plugin: it has to take them back before.");
      }
    }
  }

  private RollbackJournal journal(ChangeKind kind) {
    return new RollbackJournal(place(kind), files);
  }

  private Path place(ChangeKind kind) {
    return work.resolve(kind.directoryName());
  }
}
