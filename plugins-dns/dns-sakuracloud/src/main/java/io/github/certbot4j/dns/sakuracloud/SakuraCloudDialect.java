package io.github.certbot4j.dns.sakuracloud;

import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.http.ApiDialect;
import io.github.certbot4j.dns.http.BasicAuth;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import java.net.URI;
import java.util.Map;

/** Sakura Cloud's log-in and errors. */
final class SakuraCloudDialect implements ApiDialect {

  private static final int LOCKED = 423;

  private final Map<String, String> headers;

  SakuraCloudDialect(Credentials credentials) {
    this.headers =
        BasicAuth.headers(
            credentials.get(SakuraCloudPlugin.TOKEN), credentials.get(SakuraCloudPlugin.SECRET));
  }

  @Override
  public Map<String, String> authenticate(String method, URI url, String body) {
    return headers;
  }

  @Override
  public boolean isTransient(RestAnswer answer) {
    return answer.status() == LOCKED || ApiDialect.super.isTransient(answer);
  }

  @Override
  public DnsTrouble explain(RestAnswer answer) {
    Json error = answer.json();
    DnsTrouble trouble =
        DnsTrouble.ofStatus(
            answer.status(), error.text("error_code", ""), error.text("error_msg", ""));
    if (answer.status() == LOCKED) {
      return trouble.withKind(Kind.UNAVAILABLE);
    }
    return switch (trouble.kind()) {
      case BAD_CREDENTIALS -> trouble.withHint("Are the access token and its secret right?");
      case NO_PERMISSION -> trouble.withHint("May the API key change the zone?");
      default -> trouble;
    };
  }
}
