package io.github.certbot4j.lineage;

import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.Failure;
import java.nio.file.Path;

/**
 * A lineage that can't be used before somebody mends it.
 *
 * @param reason what is wrong, one sentence that names the file
 * @param advice what to do about it
 */
public record BrokenLineage(CertName name, Path confPath, String reason, String advice)
    implements LoadedLineage {

  /** The same as a failure. */
  public Failure failure() {
    return new Failure.Storage(reason, advice);
  }
}
