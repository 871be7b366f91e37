package io.github.certbot4j.workflow;

import io.github.certbot4j.lineage.BrokenLineage;
import io.github.certbot4j.lineage.Lineage;
import io.github.certbot4j.lineage.LineageStore;
import io.github.certbot4j.lineage.LoadedLineage;
import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.FailureException;

/** Finds the lineage that a user named. */
final class LineageLookup {

  private LineageLookup() {}

  /**
   * What is there under the name.
   *
   * @throws FailureException when nothing is
   */
  static LoadedLineage require(LineageStore lineages, CertName name) {
    return lineages
        .load(name)
        .orElseThrow(
            () ->
                FailureException.rejected(
                    "There is no certificate named '" + name + "'.",
                    "See 'certbot certificates' for those there are."));
  }

  /**
   * The lineage of the name.
   *
   * @throws FailureException when there is none, or it is broken
   */
  static Lineage usable(LineageStore lineages, CertName name) {
    LoadedLineage loaded = require(lineages, name);
    if (loaded instanceof BrokenLineage broken) {
      throw new FailureException(broken.failure());
    }
    return (Lineage) loaded;
  }
}
