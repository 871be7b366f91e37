package io.github.certbot4j.dns.dnsimple;

import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.http.BearerToken;
import io.github.certbot4j.dns.http.FixedLogin;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** DNSimple's log-in and errors. */
final class DnsimpleDialect extends FixedLogin {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int PAYMENT_REQUIRED = 402;
  private static final int PRECONDITION_FAILED = 412;

  DnsimpleDialect(Credentials credentials) {
    super(BearerToken.headers(credentials.get(DnsimplePlugin.TOKEN)));
  }

  @Override
  public DnsTrouble explain(RestAnswer answer) {
    Json error = answer.json();
    String details = error.find("errors").map(all -> " " + all).orElse("");
    DnsTrouble trouble =
        DnsTrouble.ofStatus(answer.status(), "", error.text("message", "") + details);
    return switch (answer.status()) {
      case PAYMENT_REQUIRED, PRECONDITION_FAILED ->
          trouble
              .withKind(Kind.NO_PERMISSION)
              .withHint("Is the account's subscription paid, and does its plan allow this?");
      default -> withHint(trouble);
    };
  }

  private static DnsTrouble withHint(DnsTrouble trouble) {
    return trouble.withHints(
        "Is the API access token right?", "May the API access token edit the zone?");
  }

  /** Without Retry-After it tells the moment from which on requests are answered again. */
  @Override
  public Optional<Duration> pause(RestAnswer answer, Instant now) {
    Optional<Duration> told = super.pause(answer, now);
    String reset = answer.header("X-RateLimit-Reset", "");
    if (told.isPresent() || answer.status() != TOO_MANY_REQUESTS || !isNumber(reset)) {
      return told;
    }
    Duration left = Duration.between(now, Instant.ofEpochSecond(Long.parseLong(reset)));
    return left.isNegative() ? Optional.empty() : Optional.of(left);
  }

  private static boolean isNumber(String text) {
    return text.matches("[0-9]{1,12}");
  }
}
