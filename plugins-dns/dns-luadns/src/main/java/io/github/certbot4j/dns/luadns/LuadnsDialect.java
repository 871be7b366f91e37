package io.github.certbot4j.dns.luadns;

import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.http.BasicAuth;
import io.github.certbot4j.dns.http.FixedLogin;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.trouble.DnsTrouble;

/** LuaDNS's log-in and errors. */
final class LuadnsDialect extends FixedLogin {

  LuadnsDialect(Credentials credentials) {
    super(
        BasicAuth.headers(
            credentials.get(LuadnsPlugin.EMAIL), credentials.get(LuadnsPlugin.TOKEN)));
  }

  @Override
  public DnsTrouble explain(RestAnswer answer) {
    DnsTrouble trouble =
        DnsTrouble.ofStatus(answer.status(), "", answer.json().text("message", ""));
    return trouble.withHints(
        "Are the e-mail address and the token right?",
        "Is the API enabled in the account's settings, and may the key edit the zone?");
  }
}
