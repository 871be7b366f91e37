package io.github.certbot4j.dns.digitalocean;

import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.http.ApiDialect;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import java.net.URI;
import java.util.Map;

/** DigitalOcean's log-in and errors. */
final class DigitalOceanDialect implements ApiDialect {

  private final Map<String, String> headers;

  DigitalOceanDialect(Credentials credentials) {
    this.headers = Map.of("Authorization", "Bearer " + credentials.get(DigitalOceanPlugin.TOKEN));
  }

  @Override
  public Map<String, String> authenticate(String method, URI url, String body) {
    return headers;
  }

  @Override
  public DnsTrouble explain(RestAnswer answer) {
    Json error = answer.json();
    DnsTrouble trouble =
        DnsTrouble.ofStatus(answer.status(), error.text("id", ""), error.text("message", ""));
    return switch (trouble.kind()) {
      case BAD_CREDENTIALS -> trouble.withHint("Is the API token right, and still valid?");
      case NO_PERMISSION -> trouble.withHint("Has the API token the scopes to edit domains?");
      default -> trouble;
    };
  }
}
