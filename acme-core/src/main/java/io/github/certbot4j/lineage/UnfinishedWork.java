package io.github.certbot4j.lineage;

import io.github.certbot4j.file.AtomicFiles;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.Directories;
import io.github.certbot4j.model.FailureException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    String[] names = directories.renewal().toFile().list();
    if (names == null) {
      return;
    }
    for (String name : names) {
      try {
        if (LineagePaths.isUnfinished(name)) {
          finishCreation(LineagePaths.nameInRecord(name));
        } else if (LineagePaths.isDeleted(name)) {
          finishDeletion(LineagePaths.nameInRecord(name));
        } else if (Leftovers.isUnwrittenConf(name)) {
          files.delete(directories.renewal().resolve(name));
        }
      } catch (FailureException e) {
        LOG.warn(
            "An interrupted run left {} unfinished, and so it stays: {}",
            directories.renewal().resolve(name),
            e.getMessage());
      }
    }
  }

  /** Finishes what was begun for one name, if anything was. */
  void finish(CertName name) {
    if (Files.exists(LineagePaths.unfinishedOf(directories, name))) {
      finishCreation(name);
    }
    if (Files.exists(LineagePaths.deletedOf(directories, name))) {
      finishDeletion(name);
    }
  }

  private void finishCreation(CertName name) {
    if (new LineageCreation(directories, name, files).finish()) {
      LOG.warn("Finished storing {}, which an interrupted run had begun.", name);
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
