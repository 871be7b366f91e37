package io.github.certbot4j.plan;

import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.DomainName;
import java.util.List;
import java.util.Optional;

/**
 * What a user asked of {@code certonly} or {@code run}.
 *
 * @param names the names asked for; empty when only a lineage was named
 * @param certName the lineage named, if any
 * @param keyKind the key type that the user chose in this run; empty when left to us
 * @param flags the answers given beforehand
 */
public record IssueRequest(
    List<DomainName> names, Optional<CertName> certName, Optional<String> keyKind, Flags flags) {

  /**
   * Answers to questions that a run may come to.
   *
   * @param duplicate make a new lineage without looking at others
   * @param expand yes to adding names to a lineage
   * @param forceRenewal renew what isn't due; also yes to adding names
   * @param keep leave alone what isn't due
   * @param renewWithNewDomains yes to other names for a named lineage
   * @param breakMyCerts a staging certificate may replace a real one
   * @param stagingServer whether this run talks to a server for tests
   */
  public record Flags(
      boolean duplicate,
      boolean expand,
      boolean forceRenewal,
      boolean keep,
      boolean renewWithNewDomains,
      boolean breakMyCerts,
      boolean stagingServer) {}
}
