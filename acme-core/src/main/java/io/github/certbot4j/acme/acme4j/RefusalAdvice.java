package io.github.certbot4j.acme.acme4j;

import io.github.certbot4j.model.AcmeProblem;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.shredzone.acme4j.exception.AcmeRateLimitedException;
import org.shredzone.acme4j.exception.AcmeServerException;

/** Says what a user can do about a server's refusal, beyond what the server says itself. */
final class RefusalAdvice {

  private RefusalAdvice() {}

  /** One or two sentences; empty when there is nothing to add. */
  static String on(AcmeServerException refusal, AcmeProblem problem) {
    if (refusal instanceof AcmeRateLimitedException limit) {
      return onRateLimit(limit, problem.detail());
    }
    return switch (problem.type()) {
      case "userActionRequired" -> onPage(refusal.getProblem().getInstance());
      case "accountDoesNotExist" ->
          "If the CA has removed the account, register a new one ('certbot register').";
      case "caa" -> "Allow this CA in the CAA records of the name.";
      case "externalAccountRequired" ->
          "Give --eab-kid and --eab-hmac-key as the CA told you them.";
      case "invalidContact", "invalidEmail", "unsupportedContact" -> "Give another --email.";
      case "serverInternal" -> "Try again later.";
      default -> "";
    };
  }

  private static String onPage(Optional<URI> page) {
    return page.map(uri -> "Visit " + uri + " and then try again.").orElse("");
  }

  private static String onRateLimit(AcmeRateLimitedException limit, String detail) {
    StringBuilder advice = new StringBuilder();
    Optional<Instant> again = limit.getRetryAfter();
    again.ifPresent(
        time -> advice.append("Try again after ").append(time.truncatedTo(ChronoUnit.SECONDS)));
    for (URL page : limit.getDocuments()) {
      if (!detail.contains(page.toString())) {
        advice.append(advice.isEmpty() ? "See " : "; see ").append(page);
      }
    }
    return advice.isEmpty() ? "Try again later." : advice.append('.').toString();
  }
}
