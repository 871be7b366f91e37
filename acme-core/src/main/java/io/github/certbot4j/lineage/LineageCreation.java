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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a new lineage. Its configuration, finished, first lies under a name that nobody lists; then
 * come the archive files, the links, and at last the configuration gets its own name. What breaks
 * off before the version is complete is undone or left unseen; what breaks off after is finished by
 * {@link #finish}.
 */
final class LineageCreation {

  private static final Logger LOG = LoggerFactory.getLogger(LineageCreation.class);

  private final Directories directories;
  private final AtomicFiles files;
  private final LineagePaths paths;
  private final ArchiveVersion version;
  private final Path record;

  LineageCreation(Directories directories, CreationRecord record, AtomicFiles files) {
    this.directories = directories;
    this.files = files;
    this.paths = LineagePaths.standard(directories, record.name());
    this.version = record.version();
    this.record = record.in(directories);
  }

  /** A creation that has yet to begin, of a name whose {@link NameSlot} is free. */
  static LineageCreation of(CertName name, Directories directories, AtomicFiles files) {
    Path archive = LineagePaths.standard(directories, name).archive();
    ArchiveVersion next = ArchiveListing.of(archive).nextFree();
    return new LineageCreation(directories, new CreationRecord(name, next), files);
  }

  /** Stores the first version. */
  void run(Material material, StoredParams params, String programVersion) {
    byte[] conf =
        RenewalConf.fresh(paths.conf())
            .updated(programVersion, paths, params)
            .text()
            .getBytes(StandardCharsets.UTF_8);
    files.makeDirectories(directories.renewal(), FileMode.OPEN_DIRECTORY);
    files.replace(record, conf, FileMode.masked(0644));
    try {
      makeDirectories();
      writeVersion(material);
    } catch (FailureException e) {
      forgetAfter(e);
      throw e;
    }
    complete();
  }

  private void writeVersion(Material material) {
    Map<Kind, Path> targets = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      targets.put(kind, paths.archive().resolve(kind.archiveName(version)));
    }
    try (VersionWriter writer = VersionWriter.prepare(files, targets, material, Optional.empty())) {
      writer.publish();
    }
  }

  /**
   * Finishes a creation that was broken off, or forgets it if it had not come far enough.
   *
   * @return whether the lineage is there now
   */
  boolean finish() {
    boolean versionIsThere = ArchiveListing.of(paths.archive()).hasAllOf(version);
    if (confIsMissing() && versionIsThere && new NameSlot(paths).linksAreOurs(true)) {
      makeDirectories();
      new Leftovers(files).removeFrom(paths.archive());
      complete();
      return true;
    }
    forget();
    return false;
  }

  private boolean confIsMissing() {
    return !Files.exists(paths.conf()) || NameSlot.isEmptyFile(paths.conf());
  }

  private void makeDirectories() {
    files.makeDirectories(directories.archive(), FileMode.SECRET_DIRECTORY);
    files.makeDirectories(directories.live(), FileMode.SECRET_DIRECTORY);
    files.makeDirectories(paths.archive(), FileMode.ORDINARY_DIRECTORY);
    files.makeDirectories(liveDirectory(), FileMode.ORDINARY_DIRECTORY);
  }

  private void complete() {
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

  /** Nobody should go without a certificate because a full disk has no room for this. */
  private void writeReadme(Path directory, String text) {
    Path readme = directory.resolve(Readme.NAME);
    if (!Files.exists(readme)) {
      try {
        files.replace(readme, text.getBytes(StandardCharsets.UTF_8), FileMode.ORDINARY_FILE);
      } catch (FailureException e) {
        LOG.warn("{}", e.getMessage());
      }
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
    // The number was free when the record was written, so an incomplete version is of this run.
    if (confIsMissing() && !ArchiveListing.of(paths.archive()).hasAllOf(version)) {
      for (Kind kind : Kind.values()) {
        files.delete(paths.archive().resolve(kind.archiveName(version)));
      }
    }
    new Leftovers(files).removeFrom(paths.archive());
    new Leftovers(files).removeFrom(liveDirectory());
    files.deleteIfEmpty(liveDirectory());
    files.deleteIfEmpty(paths.archive());
    files.delete(record);
  }

  private Path liveDirectory() {
    return paths.live().cert().getParent();
  }
}
