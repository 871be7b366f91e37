package io.github.certbot4j.dns.acmedns;

import io.github.certbot4j.dns.http.FixedLogin;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import java.util.Map;

/** The errors of acme-dns. Who asks is told by each request's own headers. */
final class AcmeDnsDialect extends FixedLogin {

  private static final String HINT =
      "Does the server still have the registration? If not, remove the name's entry from the file"
          + " of registrations; the name is registered anew then.";

  AcmeDnsDialect() {
    super(Map.of());
  }

  @Override
  public DnsTrouble explain(RestAnswer answer) {
    String error = answer.json().text("error", "");
    DnsTrouble trouble = DnsTrouble.ofStatus(answer.status(), "", error);
    boolean unknown =
        trouble.kind() == Kind.BAD_CREDENTIALS || trouble.kind() == Kind.NO_PERMISSION;
    return unknown ? trouble.withKind(Kind.BAD_CREDENTIALS).withHint(HINT) : trouble;
  }
}
