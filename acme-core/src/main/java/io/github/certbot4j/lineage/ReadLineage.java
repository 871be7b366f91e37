package io.github.certbot4j.lineage;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lineage just read, perhaps by another thread and sooner than it is its turn.
 *
 * @param remarks what the user is to be told about it when it is
 */
public record ReadLineage(LoadedLineage lineage, List<String> remarks) {

  private static final Logger LOG = LoggerFactory.getLogger(ReadLineage.class);

  /** The lineage, whose turn it is now: the remarks are logged. */
  public LoadedLineage told() {
    for (String remark : remarks) {
      LOG.info("{}", remark);
    }
    return lineage;
  }
}
