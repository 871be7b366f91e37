package io.github.certbot4j.lineage;

import io.github.certbot4j.model.CertName;
import java.nio.file.Path;
import java.util.function.Function;

/** What was found under a lineage's name. */
public sealed interface LoadedLineage permits Lineage, BrokenLineage {

  CertName name();

  /** The renewal configuration, whether readable or not. */
  Path confPath();

  /** Goes one way or the other. */
  default <T> T fold(Function<Lineage, T> whole, Function<BrokenLineage, T> broken) {
    return this instanceof Lineage lineage
        ? whole.apply(lineage)
        : broken.apply((BrokenLineage) this);
  }
}
