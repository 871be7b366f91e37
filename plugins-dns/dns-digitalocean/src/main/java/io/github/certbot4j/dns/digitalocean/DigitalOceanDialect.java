package io.github.certbot4j.dns.digitalocean;

import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.http.BearerToken;
import io.github.certbot4j.dns.http.FixedLogin;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.trouble.DnsTrouble;

/** DigitalOcean's log-in and errors. */
final class DigitalOceanDialect extends FixedLogin {

  DigitalOceanDialect(Credentials credentials) {
    super(BearerToken.headers(credentials.get(DigitalOceanPlugin.TOKEN)));
  }

  @Override
  public DnsTrouble explain(RestAnswer answer) {
    Json error = answer.json();
    DnsTrouble trouble =
        DnsTrouble.ofStatus(answer.status(), error.text("id", ""), error.text("message", ""));
    return trouble.withHints(
        "Is the API token right, and still valid?",
        "Has the API token the scopes to edit domains?");
  }
}
