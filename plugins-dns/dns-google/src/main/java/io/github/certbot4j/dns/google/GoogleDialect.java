package io.github.certbot4j.dns.google;

import io.github.certbot4j.dns.http.ApiDialect;
import io.github.certbot4j.dns.http.BearerToken;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import io.github.certbot4j.dns.trouble.DnsTroubleException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Access tokens, and what Google's errors mean. A token is used until it is refused; then one more
 * is asked for.
 */
final class GoogleDialect implements ApiDialect {

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private static final Set<String> TOO_FAST =
      Set.of("quotaExceeded", "rateLimitExceeded", "userRateLimitExceeded");

  private final GoogleAccount account;
  private String token = "";
  private int tokens;
  private int uses;

  GoogleDialect(GoogleAccount account) {
    this.account = account;
  }

  @Override
  public synchronized Map<String, String> authenticate(String method, URI url, String body) {
    if (token.isEmpty()) {
      token = account.newToken();
      tokens++;
      uses = 0;
    }
    uses++;
    return BearerToken.headers(token);
  }

  @Override
  public boolean isTransient(RestAnswer answer) {
    return answer.status() == UNAUTHORIZED && forgetToken()
        || isTooFast(answer)
        || ApiDialect.super.isTransient(answer);
  }

  @Override
  public Optional<Duration> pause(RestAnswer answer, Instant now) {
    return answer.status() == UNAUTHORIZED
        ? Optional.of(Duration.ZERO)
        : ApiDialect.super.pause(answer, now);
  }

  /** False if that won't help: a second token was refused, too, before it was good for anything. */
  private synchronized boolean forgetToken() {
    token = "";
    return tokens == 1 || uses > 1;
  }

  @Override
  public DnsTrouble explain(RestAnswer answer) {
    Json error = answer.json().at("error");
    String reason = reason(error);
    DnsTrouble trouble = DnsTrouble.ofStatus(answer.status(), reason, error.text("message", ""));
    if (answer.status() == FORBIDDEN && TOO_FAST.contains(reason)) {
      return trouble.withKind(Kind.RATE_LIMITED);
    }
    return switch (trouble.kind()) {
      case BAD_CREDENTIALS -> trouble.withHint("Is the account still there, and the clock right?");
      case NO_PERMISSION ->
          trouble.withHint(
              "The account must be allowed to list the zones of the project and to change their"
                  + " records, as with the role roles/dns.admin.");
      default -> trouble;
    };
  }

  private static boolean isTooFast(RestAnswer answer) {
    try {
      return answer.status() == FORBIDDEN && TOO_FAST.contains(reason(answer.json().at("error")));
    } catch (DnsTroubleException e) {
      return false;
    }
  }

  private static String reason(Json error) {
    return error
        .find("errors")
        .map(Json::items)
        .filter(list -> !list.isEmpty())
        .map(list -> list.get(0).text("reason", ""))
        .orElse("");
  }
}
