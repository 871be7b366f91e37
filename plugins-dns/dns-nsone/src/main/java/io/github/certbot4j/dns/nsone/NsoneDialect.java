package io.github.certbot4j.dns.nsone;

import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.http.ApiDialect;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import java.net.URI;
import java.util.Map;

/** NS1's log-in and errors. */
final class NsoneDialect implements ApiDialect {

  private final Map<String, String> headers;

  NsoneDialect(Credentials credentials) {
    this.headers = Map.of("X-NSONE-Key", credentials.get(NsonePlugin.KEY));
  }

  @Override
  public Map<String, String> authenticate(String method, URI url, String body) {
    return headers;
  }

  @Override
  public DnsTrouble explain(RestAnswer answer) {
    String message = answer.json().text("message", "");
    DnsTrouble trouble = DnsTrouble.ofStatus(answer.status(), "", message);
    if (message.contains("record already exists")) {
      return trouble.withKind(Kind.CONFLICT);
    }
    return switch (trouble.kind()) {
      case BAD_CREDENTIALS -> trouble.withHint("Is the API key right?");
      case NO_PERMISSION -> trouble.withHint("May the API key view and manage the zone?");
      default -> trouble;
    };
  }
}
