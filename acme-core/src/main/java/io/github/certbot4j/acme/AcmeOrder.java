package io.github.certbot4j.acme;

import io.github.certbot4j.model.AcmeProblem;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An order (RFC 8555 section 7.1.3). Errors as {@link AcmeGateway} says. */
public interface AcmeOrder {

  URI location();

  /** The state of the last answer; no request. */
  Status status();

  /** Why the order became invalid, as of the last answer. */
  Optional<AcmeProblem> problem();

  /** Its authorizations, each fetched; in the order the server lists them. */
  List<AcmeAuthorization> authorizations();

  /**
   * Tells the server that the responses to several challenges of this order are in place, maybe
   * with several requests at once.
   */
  default void answer(List<AcmeAuthorization.Offer> offers) {
    offers.forEach(AcmeAuthorization.Offer::answer);
  }

  /**
   * Fetches the order's state anew.
   *
   * @return how long the server wants us to wait before the next look; empty when it doesn't say
   */
  Optional<Duration> refresh();

  /** Sends the certificate signing request (section 7.4). Doesn't wait for the certificate. */
  void submit(byte[] csr);

  /**
   * Downloads the certificate of a valid order.
   *
   * @param alternates whether to fetch the alternate chains too (section 7.4.2)
   * @return chains in PEM as the server sent them, the default one first
   */
  List<String> download(boolean alternates);

  /** The states of section 7.1.6. */
  enum Status {
    PENDING,
    READY,
    PROCESSING,
    VALID,
    INVALID
  }
}
