package io.github.certbot4j.workflow;

import io.github.certbot4j.model.DomainName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What became of one lineage in a {@code renew} run. */
sealed interface RenewalOutcome {

  /**
   * It isn't due.
   *
   * @param notAfter when its certificate ends
   */
  record NotDue(Path fullchain, Instant notAfter) implements RenewalOutcome {}

  /** It has a new version, or would have in earnest. */
  record Renewed(String fullchain, List<DomainName> names) implements RenewalOutcome {}

  /** The renewal failed; why has been reported already. */
  record Failed(String fullchain, List<DomainName> names) implements RenewalOutcome {}

  /** Its configuration can't be used; why has been reported already. */
  record Unusable(String conf) implements RenewalOutcome {}
}
