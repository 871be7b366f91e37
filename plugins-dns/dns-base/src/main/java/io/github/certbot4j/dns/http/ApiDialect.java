package io.github.certbot4j.dns.http;

import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.net.RetryAfter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How one service wants to be spoken to, and how it says that something went wrong. */
public interface ApiDialect {

  /**
   * The headers that say who asks. Called anew for each attempt, so that dates and signatures are
   * fresh.
   *
   * @param method the HTTP method
   * @param url the complete URL, as it is sent
   * @param body the body as it is sent; empty if there is none
   */
  Map<String, String> authenticate(String method, URI url, String body);

  /**
   * What an answer means that is no success, with the service's own code and words. {@link
   * DnsTrouble#ofStatus} is right for most. May fail with BAD_RESPONSE, or with any of the failures
   * of {@link Json}, if the body isn't what the service sends: its status then speaks.
   */
  DnsTrouble explain(RestAnswer answer);

  /** Whether the same request may succeed in a moment: by default 429 and what 5xx may pass. */
  default boolean isTransient(RestAnswer answer) {
    return switch (answer.status()) {
      case 429, 500, 502, 503, 504 -> true;
      default -> false;
    };
  }

  /** How long the service wants to be left alone; by default what Retry-After says. */
  default Optional<Duration> pause(RestAnswer answer, Instant now) {
    return RetryAfter.delay(answer.headers(), now);
  }
}
