package io.github.certbot4j.cli.command;

import io.github.certbot4j.lineage.BrokenLineage;
import io.github.certbot4j.model.FailureException;
import java.util.List;

/** {@code update_symlinks}: points live links at the archive directories that the confs name. */
final class UpdateSymlinksCommand implements Command {

  @Override
  public void run(RunContext context) {
    try (FlowFactory flows = new FlowFactory(context)) {
      List<BrokenLineage> broken = flows.lineages().updateSymlinks();
      if (!broken.isEmpty()) {
        throw new FailureException(broken.get(0).failure());
      }
    }
  }
}
