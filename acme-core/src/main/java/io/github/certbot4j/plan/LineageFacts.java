package io.github.certbot4j.plan;

import io.github.certbot4j.model.CertName;
import io.github.certbot4j.model.DomainName;
import java.util.List;

/**
 * What planning needs to know of an existing lineage.
 *
 * @param names the names in its live certificate
 * @param keyKind {@code rsa} or {@code ecdsa}
 * @param fromStagingServer whether its certificates are tests only
 * @param pendingDeployment whether a complete newer version waits for its links
 * @param due the policy's answer, with a revocation already looked up where that matters
 */
public record LineageFacts(
    CertName name,
    List<DomainName> names,
    String keyKind,
    boolean fromStagingServer,
    boolean pendingDeployment,
    boolean due) {

  /** The same lineage once it has turned out that its certificate is revoked. */
  public LineageFacts nowDue() {
    return new LineageFacts(name, names, keyKind, fromStagingServer, pendingDeployment, true);
  }
}
