package io.github.certbot4j.lineage;

import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.FileTrouble;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts live links back that a run, ours or the original's, was moving when it was broken off. The
 * links named {@code previous_*} keep the old targets while that lasts: all four of them mean that
 * the move was under way, fewer that it had not begun or was over.
 */
final class InterruptedSwitch {

  private static final Logger LOG = LoggerFactory.getLogger(InterruptedSwitch.class);
  private static final String PREVIOUS = "previous_";

  private final AtomicFiles files;

  InterruptedSwitch(AtomicFiles files) {
    this.files = files;
  }

  /** Whether an interrupted run kept any old target beside the live links. */
  static boolean leftTraces(LivePaths live) {
    for (Path directory : live.directories()) {
      String[] names = directory.toFile().list();
      if (names != null && leftTraces(names)) {
        return true;
      }
    }
    return false;
  }

  private static boolean leftTraces(String[] fileNames) {
    for (String name : fileNames) {
      if (name.startsWith(PREVIOUS)) {
        return true;
      }
    }
    return false;
  }

  /** Puts the links back as far as this process may; whoever only reads goes on without. */
  void repair(LivePaths live) {
    try {
      putBack(live);
    } catch (FailureException e) {
      LOG.debug("Links of an interrupted run stay as they are: {}", e.getMessage());
    }
  }

  /**
   * Puts the links back.
   *
   * @throws FailureException if the system refuses
   */
  void putBack(LivePaths live) {
    if (!leftTraces(live)) {
      return;
    }
    if (allPreviousExist(live)) {
      for (Kind kind : Kind.values()) {
        Path link = live.of(kind);
        files.link(link, restoredText(link, previous(link, kind)));
      }
    }
    for (Kind kind : Kind.values()) {
      Path previous = previous(live.of(kind), kind);
      if (Files.exists(previous, LinkOption.NOFOLLOW_LINKS)) {
        files.delete(previous);
      }
    }
    for (Path directory : live.directories()) {
      files.force(directory);
    }
  }

  private static boolean allPreviousExist(LivePaths live) {
    for (Kind kind : Kind.values()) {
      if (!previous(live.of(kind), kind).toFile().exists()) {
        return false;
      }
    }
    return true;
  }

  /** The link stays relative if it was, provided that this leads to the same file. */
  private static Path restoredText(Path link, Path previous) {
    try {
      Path target = Files.readSymbolicLink(previous);
      if (Files.isSymbolicLink(link)) {
        Path text = Files.readSymbolicLink(link).resolveSibling(target.getFileName());
        Path sameAs = link.getParent().resolve(text);
        if (Files.exists(sameAs) && Files.isSameFile(sameAs, link.getParent().resolve(target))) {
          return text;
        }
      }
      return target;
    } catch (IOException e) {
      throw FileTrouble.cannot("read", previous, e);
    }
  }

  private static Path previous(Path link, Kind kind) {
    return link.resolveSibling(kind.previousName());
  }
}
