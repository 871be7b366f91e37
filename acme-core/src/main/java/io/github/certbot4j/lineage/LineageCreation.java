package io.github.certbot4j.lineage;

import io.github.certbot4j.config.StoredParams;
import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.file.FileMode;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.FailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a new lineage. Its configuration, finished, first lies under a name that nobody lists; then
 * come the archive files, the links, and at last the configuration gets its own name. What breaks
 * off before the version is complete is undone or left unseen; what breaks off after is finished by
 * {@link #finish}.
 */
final class LineageCreation {

  private final Directories directories;
  private final CertName name;
  private final AtomicFiles files;
  private final LineagePaths paths;
  private final Path record;

  LineageCreation(Directories directories, CertName name, AtomicFiles files) {
    this.directories = directories;
    this.name = name;
    this.files = files;
    this.paths = LineagePaths.standard(directories, name);
    this.record = LineagePaths.unfinishedOf(directories, name);
  }

  /** Stores the first version under a name whose {@link NameSlot} is free. */
  void run(Material material, StoredParams params, String programVersion) {
    byte[] conf =
        RenewalConf.fresh(paths.conf())
            .updated(programVersion, paths, params)
            .text()
            .getBytes(StandardCharsets.UTF_8);
    makeDirectories();
    ArchiveVersion version = ArchiveListing.of(paths.archive()).nextFree();
    try (VersionWriter writer =
        VersionWriter.prepare(files, paths.archive(), version, material, Optional.empty())) {
      files.replace(record, conf, FileMode.BY_UMASK);
      writer.publish();
    } catch (FailureException e) {
      forgetAfter(e);
      throw e;
    }
    complete(version);
  }

  /**
   * Finishes a creation that was broken off, or forgets it if it had not come far enough.
   *
   * @return whether the lineage is there now
   */
  boolean finish() {
    Optional<ArchiveVersion> version = ArchiveListing.of(paths.archive()).latestCommon();
    boolean confIsMissing = !Files.exists(paths.conf()) || NameSlot.isEmptyFile(paths.conf());
    NameSlot slot = new NameSlot(directories, name);
    if (confIsMissing && version.isPresent() && slot.linksAreOurs(true)) {
      makeDirectories();
      new Leftovers(files).removeFrom(paths.archive());
      complete(version.get());
      return true;
    }
    forget();
    return false;
  }

  private void makeDirectories() {
    files.makeDirectories(directories.renewal(), FileMode.OPEN_DIRECTORY);
    files.makeDirectories(directories.archive(), FileMode.SECRET_DIRECTORY);
    files.makeDirectories(directories.live(), FileMode.SECRET_DIRECTORY);
    files.makeDirectories(paths.archive(), FileMode.BY_UMASK);
    files.makeDirectories(liveDirectory(), FileMode.BY_UMASK);
  }

  private void complete(ArchiveVersion version) {
    List<LinkSwitch.Move> moves = new ArrayList<>(4);
    for (Kind kind : Kind.values()) {
      Path target = paths.archive().resolve(kind.archiveName(version));
      moves.add(new LinkSwitch.Move(paths.live().of(kind), textFor(target)));
    }
    new LinkSwitch(files).renameAll(moves);
    writeReadme(directories.live(), Readme.OF_ALL);
    writeReadme(liveDirectory(), Readme.OF_ONE);
    publishConf();
  }

  /** Relative, so that the tree can be moved; but only if that leads where it should. */
  private Path textFor(Path target) {
    Path relative = liveDirectory().relativize(target);
    try {
      Path found = liveDirectory().resolve(relative);
      return Files.exists(found) && Files.isSameFile(found, target) ? relative : target;
    } catch (IOException e) {
      return target;
    }
  }

  private void writeReadme(Path directory, String text) {
    Path readme = directory.resolve(Readme.NAME);
    if (!Files.exists(readme)) {
      files.replace(readme, text.getBytes(StandardCharsets.UTF_8), FileMode.BY_UMASK);
    }
  }

  private void publishConf() {
    if (NameSlot.isEmptyFile(paths.conf())) {
      files.rename(record, paths.conf());
    } else if (!files.renameIfFree(record, paths.conf())) {
      throw FailureException.storage(
          paths.conf() + " appeared while it was to be written.",
          "Make sure that nothing else writes to " + directories.renewal() + ", and try again.");
    }
  }

  private void forgetAfter(FailureException trouble) {
    try {
      forget();
    } catch (FailureException e) {
      trouble.addSuppressed(e);
    }
  }

  private void forget() {
    files.delete(record);
    new Leftovers(files).removeFrom(paths.archive());
    new Leftovers(files).removeFrom(liveDirectory());
    files.deleteIfEmpty(liveDirectory());
    files.deleteIfEmpty(paths.archive());
  }

  private Path liveDirectory() {
    return paths.live().cert().getParent();
  }
}
