package io.github.certbot4j.workflow;

import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.FailureException;
import java.util.List;

/**
 * The way of one lineage through a {@code renew} run. What goes wrong on it is kept for {@link
 * #complete}, so that no lineage stops another.
 */
interface LineageRun {

  /** Whether it is to be renewed; otherwise only {@link #complete} is to be called. */
  boolean isDue();

  /** Whether {@link #obtain} may be called in a thread of its own while those of others run. */
  boolean mayOverlap();

  /** Whether hooks run when it begins, which could stop a server that others need meanwhile. */
  boolean disturbsAtBegin();

  /** Whether hooks run when it is completed, which could do so, too. */
  boolean disturbsAtEnd();

  /** The names of the certificate. */
  List<DomainName> names();

  /** Makes ready what the renewal needs. Called by the thread that also completes. */
  void begin();

  /** Gets the certificate; does nothing if what is before it failed. */
  void obtain();

  /**
   * Stores the certificate and does what follows, or reports what went wrong.
   *
   * @return what became of the lineage; a second outcome follows when the regular work of an
   *     installer failed
   * @throws FailureException never for what concerns this lineage alone
   */
  List<RenewalOutcome> complete();

  /** Whether the CA said that it is asked too much. */
  boolean isRateLimited();
}
