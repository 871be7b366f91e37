package io.github.certbot4j.dns.sakuracloud;

import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.http.BasicAuth;
import io.github.certbot4j.dns.http.FixedLogin;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;

/** Sakura Cloud's log-in and errors. */
final class SakuraCloudDialect extends FixedLogin {

  private static final int LOCKED = 423;

  SakuraCloudDialect(Credentials credentials) {
    super(
        BasicAuth.headers(
            credentials.get(SakuraCloudPlugin.TOKEN), credentials.get(SakuraCloudPlugin.SECRET)));
  }

  @Override
  public boolean isTransient(RestAnswer answer) {
    return answer.status() == LOCKED || super.isTransient(answer);
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
    return trouble.withHints(
        "Are the access token and its secret right?", "May the API key change the zone?");
  }
}
