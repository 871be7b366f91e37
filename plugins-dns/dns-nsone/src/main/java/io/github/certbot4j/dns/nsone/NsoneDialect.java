package io.github.certbot4j.dns.nsone;

import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.http.FixedLogin;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import java.util.Map;

/** NS1's log-in and errors. */
final class NsoneDialect extends FixedLogin {

  NsoneDialect(Credentials credentials) {
    super(Map.of("X-NSONE-Key", credentials.get(NsonePlugin.KEY)));
  }

  @Override
  public DnsTrouble explain(RestAnswer answer) {
    String message = answer.json().text("message", "");
    DnsTrouble trouble = DnsTrouble.ofStatus(answer.status(), "", message);
    if (message.contains("record already exists")) {
      return trouble.withKind(Kind.CONFLICT);
    }
    return trouble.withHints("Is the API key right?", "May the API key view and manage the zone?");
  }
}
