package io.github.certbot4j.plan;

import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.Failure;
import java.util.List;

/** What is to be done for a request. */
public sealed interface Decision {

  /** Obtain a certificate for a new lineage of this name, or of a free name derived from it. */
  record Issue(CertName wanted, List<DomainName> names) implements Decision {}

  /** Obtain a new version of an existing lineage. */
  record Renew(CertName lineage, List<DomainName> names) implements Decision {}

  /** Leave the certificate as it is; a version that waits for its links is deployed first. */
  record Keep(CertName lineage, boolean deployPending) implements Decision {}

  /** The request can't be met. */
  record Refuse(Failure failure) implements Decision {}

  /** Same names and not due: keep or renew? Without an answer, keep. */
  record AskKeepOrRenew(CertName lineage, Keep keep, Decision renew) implements Decision {}

  /** A lineage has some of the names: add the others to it? */
  record AskExpand(CertName lineage, List<DomainName> present, Decision renew)
      implements Decision {}

  /** A named lineage has other names: change them? Without an answer, yes. */
  record AskNewNames(
      CertName lineage, List<DomainName> added, List<DomainName> removed, Decision renew)
      implements Decision {}
}
