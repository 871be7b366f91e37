package io.github.certbot4j.acme;

import io.github.certbot4j.model.AcmeProblem;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.spi.Challenge;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An authorization (RFC 8555 section 7.1.4). Errors as {@link AcmeGateway} says. */
public interface AcmeAuthorization {

  /** The identifier; never starts with a wildcard label. */
  DomainName domain();

  boolean isWildcard();

  /** The state of the last answer; no request. */
  Status status();

  /** Its challenges that this program knows by type. */
  List<Offer> offers();

  /** Fetches the state anew; the server's wish for the next look. */
  Optional<Duration> refresh();

  /** Why it is invalid, from its challenges, as of the last answer. */
  Optional<AcmeProblem> problem();

  /** Gives the authorization up (section 7.5.2). */
  void deactivate();

  /** The states of section 7.1.6. */
  enum Status {
    PENDING,
    VALID,
    INVALID,
    DEACTIVATED,
    EXPIRED,
    REVOKED
  }

  /** A challenge that is offered. */
  interface Offer {

    /** What to publish to meet it. */
    Challenge challenge();

    /** Tells the server that the response is in place (section 7.5.1). */
    void answer();
  }
}
