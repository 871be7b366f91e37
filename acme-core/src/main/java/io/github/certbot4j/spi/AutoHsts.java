package io.github.certbot4j.spi;

import io.github.certbot4j.model.DomainName;
import java.util.List;

/**
 * What an {@link Installer} implements besides when it can add a Strict-Transport-Security header
 * whose lifetime grows with the renewals ({@code --auto-hsts}). It makes the lifetime grow in
 * {@link Installer#update} and {@link Installer#renewed}.
 */
public interface AutoHsts {

  /**
   * Adds the header with its first, short lifetime. Called last, when everything else is in force;
   * saves and restarts by itself.
   *
   * @param domains the names to add it for
   * @param paths the lineage that these names are served with
   * @throws io.github.certbot4j.model.FailureException when it can't be added; what was changed for
   *     it must have been undone
   */
  void enableAutoHsts(List<DomainName> domains, CertificatePaths paths);
}
