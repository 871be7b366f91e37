package io.github.certbot4j.lineage;

import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.FileTrouble;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the live links of one lineage lead into the archive directory that its configuration names,
 * to the files they led to by name. Either all four can be made so, or none is changed.
 */
final class SymlinkUpdate {

  private final AtomicFiles files;

  SymlinkUpdate(AtomicFiles files) {
    this.files = files;
  }

  /**
   * Replaces the links.
   *
   * @throws FailureException if a link is missing or none, or its file isn't in that directory
   */
  void run(LineagePaths paths) {
    new InterruptedSwitch(files).putBack(paths.live());
    List<LinkSwitch.Move> moves = new ArrayList<>(4);
    for (Kind kind : Kind.values()) {
      moves.add(move(paths.live().of(kind), paths.archive()));
    }
    moves.removeIf(move -> move.text().equals(textOf(move.link())));
    if (!moves.isEmpty()) {
      new LinkSwitch(files).renameAll(moves);
    }
  }

  private static LinkSwitch.Move move(Path link, Path archive) {
    Path fileName = textOf(link).getFileName();
    Path text = link.getParent().relativize(archive).resolve(fileName);
    if (!Files.exists(link.getParent().resolve(text))) {
      throw FailureException.storage(
          "The link " + link + " was left alone: there is no " + archive.resolve(fileName) + ".",
          "Move the file there, or correct archive_dir.");
    }
    return new LinkSwitch.Move(link, text);
  }

  private static Path textOf(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (NotLinkException e) {
      throw FailureException.storage(
          link + " is not a symbolic link.", "Put a link to any version of that file there.");
    } catch (IOException e) {
      throw FileTrouble.cannot("read", link, e);
    }
  }
}
