package io.github.certbot4j.acme;

import io.github.certbot4j.model.DomainName;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An account at an ACME server. Errors as {@link AcmeGateway} says. */
public interface AcmeAccount {

  URI location();

  /**
   * Places an order (RFC 8555 section 7.4).
   *
   * @param profile the profile to ask for, if any
   */
  AcmeOrder newOrder(List<DomainName> names, Optional<String> profile);

  /** Takes up an order placed earlier; fetches its present state. */
  AcmeOrder order(URI location);

  /** The contact URLs that the server has on record, such as {@code mailto:a@example.org}. */
  List<String> contacts();

  /** Replaces all contacts; none when empty (section 7.3.2). */
  void updateContacts(List<String> emails);

  /** Ends the account for ever (section 7.3.6). */
  void deactivate();

  /** Revokes a certificate, signed by the account (section 7.6). */
  void revoke(byte[] certificate, int reason);

  /**
   * Asks when a certificate should be renewed (RFC 9773).
   *
   * @param certificate its DER encoding
   */
  RenewalWindow renewalInfo(byte[] certificate);

  /**
   * A suggested window.
   *
   * @param retryAfter when the CA wants to be asked again, at the earliest
   */
  record RenewalWindow(Instant start, Instant end, Optional<Instant> retryAfter) {}
}
