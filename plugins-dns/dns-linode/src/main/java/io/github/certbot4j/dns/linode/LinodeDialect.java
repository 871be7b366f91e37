package io.github.certbot4j.dns.linode;

import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.http.BearerToken;
import io.github.certbot4j.dns.http.FixedLogin;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import java.util.List;
import java.util.stream.Collectors;

/** Linode's log-in and errors. */
final class LinodeDialect extends FixedLogin {

  private static final int BAD_REQUEST = 400;
  private static final int UNAVAILABLE = 503;

  LinodeDialect(Credentials credentials) {
    super(BearerToken.headers(credentials.get(LinodePlugin.KEY)));
  }

  @Override
  public boolean isTransient(RestAnswer answer) {
    boolean maintenance =
        answer.status() == UNAVAILABLE && !answer.header("X-Maintenance-Mode", "").isEmpty();
    return isBusy(answer) || (!maintenance && super.isTransient(answer));
  }

  /** Under load it answers 400: with these words, or with a page of the server in front of it. */
  private static boolean isBusy(RestAnswer answer) {
    return answer.status() == BAD_REQUEST
        && (answer.body().contains("Linode busy") || answer.body().startsWith("<html"));
  }

  @Override
  public DnsTrouble explain(RestAnswer answer) {
    if (isBusy(answer)) {
      return DnsTrouble.ofStatus(answer.status(), "", "Linode is busy").withKind(Kind.UNAVAILABLE);
    }
    List<String> reasons =
        answer.json().items("errors").stream()
            .map(
                error -> {
                  String field = error.text("field", "");
                  return (field.isEmpty() ? "" : field + ": ") + error.text("reason", "");
                })
            .toList();
    DnsTrouble trouble =
        DnsTrouble.ofStatus(
            answer.status(), "", reasons.stream().collect(Collectors.joining("; ")));
    return trouble.withHints(
        "Is the token right, and still valid?", "May the token read and write Domains?");
  }
}
