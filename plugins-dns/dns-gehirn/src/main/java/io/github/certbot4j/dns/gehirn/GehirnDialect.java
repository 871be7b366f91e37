package io.github.certbot4j.dns.gehirn;

import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.http.ApiDialect;
import io.github.certbot4j.dns.http.BasicAuth;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import java.net.URI;
import java.util.Map;

/** Gehirn's log-in and errors. */
final class GehirnDialect implements ApiDialect {

  private final Map<String, String> headers;

  GehirnDialect(Credentials credentials) {
    this.headers =
        BasicAuth.headers(
            credentials.get(GehirnPlugin.TOKEN), credentials.get(GehirnPlugin.SECRET));
  }

  @Override
  public Map<String, String> authenticate(String method, URI url, String body) {
    return headers;
  }

  @Override
  public DnsTrouble explain(RestAnswer answer) {
    Json error = answer.json();
    DnsTrouble trouble =
        DnsTrouble.ofStatus(answer.status(), error.text("code", ""), error.text("description", ""));
    return switch (trouble.kind()) {
      case BAD_CREDENTIALS -> trouble.withHint("Are the API token and the API secret right?");
      case NO_PERMISSION -> trouble.withHint("May the API key use the DNS service, and write?");
      default -> trouble;
    };
  }
}
