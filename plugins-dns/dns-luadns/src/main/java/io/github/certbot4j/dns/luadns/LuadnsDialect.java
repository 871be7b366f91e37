package io.github.certbot4j.dns.luadns;

import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.http.ApiDialect;
import io.github.certbot4j.dns.http.BasicAuth;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import java.net.URI;
import java.util.Map;

/** LuaDNS's log-in and errors. */
final class LuadnsDialect implements ApiDialect {

  private final Map<String, String> headers;

  LuadnsDialect(Credentials credentials) {
    this.headers =
        BasicAuth.headers(credentials.get(LuadnsPlugin.EMAIL), credentials.get(LuadnsPlugin.TOKEN));
  }

  @Override
  public Map<String, String> authenticate(String method, URI url, String body) {
    return headers;
  }

  @Override
  public DnsTrouble explain(RestAnswer answer) {
    DnsTrouble trouble =
        DnsTrouble.ofStatus(answer.status(), "", answer.json().text("message", ""));
    return switch (trouble.kind()) {
      case BAD_CREDENTIALS -> trouble.withHint("Are the e-mail address and the token right?");
      case NO_PERMISSION ->
          trouble.withHint(
              "Is the API enabled in the account's settings, and may the key edit the zone?");
      default -> trouble;
    };
  }
}
