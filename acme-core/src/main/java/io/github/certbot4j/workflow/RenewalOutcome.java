package io.github.certbot4j.workflow;

import io.github.certbot4j.model.DomainName;
import java.util.List;

/** What became of one lineage in a {@code renew} run. */
sealed interface RenewalOutcome {

  /**
   * It isn't due.
   *
   * @param expiryDate {@code YYYY-MM-DD}
   */
  record NotDue(String fullchain, String expiryDate) implements RenewalOutcome {}

  /** It has a new version, or would have in earnest. */
  record Renewed(String fullchain, List<DomainName> names) implements RenewalOutcome {}

  /** The renewal failed; why has been reported already. */
  record Failed(String fullchain, List<DomainName> names) implements RenewalOutcome {}

  /** Its configuration can't be used; why has been reported already. */
  record Unusable(String conf) implements RenewalOutcome {}
}
