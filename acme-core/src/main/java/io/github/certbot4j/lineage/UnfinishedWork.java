package io.github.certbot4j.lineage;

import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.FailureException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finishes creations and deletions that were broken off, by the records they left. */
final class UnfinishedWork {

  private static final Logger LOG = LoggerFactory.getLogger(UnfinishedWork.class);

  private final Directories directories;
  private final AtomicFiles files;
  private final LineageReader reader;

  UnfinishedWork(Directories directories, AtomicFiles files, LineageReader reader) {
    this.directories = directories;
    this.files = files;
    this.reader = reader;
  }

  /** Finishes whatever is unfinished; what can't be finished is logged and left. */
  void finishAll() {
    for (String fileName : fileNames()) {
      try {
        finish(fileName);
      } catch (FailureException e) {
        LOG.warn(
            "An interrupted run left {} unfinished, and so it stays: {}",
            directories.renewal().resolve(fileName),
            e.getMessage());
      }
    }
  }

  /** Finishes what was begun for one name, if anything was. */
  void finish(CertName name) {
    String prefix = "." + name + ".";
    for (String fileName : fileNames()) {
      if (fileName.startsWith(prefix) && isAbout(name, fileName)) {
        finish(fileName);
      }
    }
  }

  private String[] fileNames() {
    String[] names = directories.renewal().toFile().list();
    return names == null ? new String[0] : names;
  }

  private static boolean isAbout(CertName name, String fileName) {
    Optional<CreationRecord> creation = CreationRecord.parse(fileName);
    return creation.isPresent()
        ? creation.get().name().equals(name)
        : LineagePaths.isDeleted(fileName) && LineagePaths.nameOfDeleted(fileName).equals(name);
  }

  private void finish(String fileName) {
    if (fileName.charAt(0) != '.') {
      return;
    }
    Optional<CreationRecord> creation = CreationRecord.parse(fileName);
    if (creation.isPresent()) {
      finishCreation(creation.get());
    } else if (LineagePaths.isDeleted(fileName)) {
      finishDeletion(LineagePaths.nameOfDeleted(fileName));
    } else if (Leftovers.isUnwrittenConf(fileName)) {
      files.delete(directories.renewal().resolve(fileName));
    }
  }

  private void finishCreation(CreationRecord record) {
    if (new LineageCreation(directories, record, files).finish()) {
      LOG.warn("Finished storing {}, which an interrupted run had begun.", record.name());
    }
  }

  private void finishDeletion(CertName name) {
    Path record = LineagePaths.deletedOf(directories, name);
    // Whoever made the name anew since has put new files where the old ones were.
    if (!Files.exists(LineagePaths.confOf(directories, name))) {
      LOG.warn("Finishing the deletion of {}, which an interrupted run had begun.", name);
      reader.pathsIn(name, record).ifPresent(new LineageDeletion(directories, files)::run);
    }
    files.delete(record);
  }
}
