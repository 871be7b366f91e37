package io.github.certbot4j.dns.gehirn;

import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.http.BasicAuth;
import io.github.certbot4j.dns.http.FixedLogin;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.trouble.DnsTrouble;

/** Gehirn's log-in and errors. */
final class GehirnDialect extends FixedLogin {

  GehirnDialect(Credentials credentials) {
    super(
        BasicAuth.headers(
            credentials.get(GehirnPlugin.TOKEN), credentials.get(GehirnPlugin.SECRET)));
  }

  @Override
  public DnsTrouble explain(RestAnswer answer) {
    Json error = answer.json();
    DnsTrouble trouble =
        DnsTrouble.ofStatus(answer.status(), error.text("code", ""), error.text("description", ""));
    return trouble.withHints(
        "Are the API token and the API secret right?",
        "May the API key use the DNS service, and write?");
  }
}
