package io.github.certbot4j.lineage;

import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.FileTrouble;
import io.github.certbot4j.file.StagedFile;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Moves the four live links of a lineage.
 *
 * <p>Four renames can't be one step. So the old targets are first kept as {@code previous_*}, as
 * the original does it: if this breaks off in between, whatever tool loads the lineage next puts
 * all links back, and the version that waits complete in the archive is deployed again. The new
 * links are all prepared before the first is renamed, which leaves readers a few microseconds to
 * meet a mixture, and no moment without a link.
 */
final class LinkSwitch {

  private final AtomicFiles files;

  LinkSwitch(AtomicFiles files) {
    this.files = files;
  }

  /** Moves all links to a version whose four files exist. */
  void moveTo(ArchiveVersion version, Lineage lineage) {
    LivePaths live = lineage.paths().live();
    List<Move> moves = new ArrayList<>(4);
    List<Move> keepsakes = new ArrayList<>(4);
    for (LiveLink link : lineage.links()) {
      moves.add(new Move(link.link(), link.textFor(version)));
      keepsakes.add(new Move(link.previous(), absolute(link.target())));
    }
    try {
      renameAll(keepsakes);
      renameAll(moves);
    } catch (FailureException e) {
      new InterruptedSwitch(files).repair(live);
      throw e;
    }
    for (LiveLink link : lineage.links()) {
      files.delete(link.previous());
    }
    for (Path directory : live.directories()) {
      files.force(directory);
    }
  }

  /** Prepares all links, then puts them in place one after another. */
  void renameAll(List<Move> moves) {
    List<StagedFile> staged = new ArrayList<>(moves.size());
    try {
      for (Move move : moves) {
        staged.add(files.stageLink(move.link(), move.text()));
      }
      for (StagedFile link : staged) {
        link.replace();
      }
    } finally {
      staged.forEach(StagedFile::close);
    }
    Set<Path> directories = new LinkedHashSet<>();
    for (Move move : moves) {
      directories.add(move.link().getParent());
    }
    directories.forEach(files::force);
  }

  /** Textual removal of {@code ..} would go wrong where a directory on the way is a link. */
  private static Path absolute(Path target) {
    try {
      return target.getParent().toRealPath().resolve(target.getFileName());
    } catch (IOException e) {
      throw FileTrouble.cannot("read", target.getParent(), e);
    }
  }

  /**
   * One link to be made.
   *
   * @param text what it will contain
   */
  record Move(Path link, Path text) {}
}
