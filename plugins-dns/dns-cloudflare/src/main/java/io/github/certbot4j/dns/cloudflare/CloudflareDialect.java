package io.github.certbot4j.dns.cloudflare;

import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.http.BearerToken;
import io.github.certbot4j.dns.http.FixedLogin;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import java.util.List;
import java.util.Map;

/** Cloudflare's headers and error codes. */
final class CloudflareDialect extends FixedLogin {

  CloudflareDialect(Credentials credentials) {
    super(
        credentials
            .find(CloudflarePlugin.TOKEN)
            .map(BearerToken::headers)
            .orElseGet(
                () ->
                    Map.of(
                        "X-Auth-Email", credentials.get(CloudflarePlugin.EMAIL),
                        "X-Auth-Key", credentials.get(CloudflarePlugin.KEY))));
  }

  @Override
  public DnsTrouble explain(RestAnswer answer) {
    List<Json> errors = answer.json().items("errors");
    if (errors.isEmpty()) {
      return DnsTrouble.ofStatus(answer.status(), "", "");
    }
    Json first = errors.get(0);
    String code = first.text("code", "");
    DnsTrouble trouble =
        DnsTrouble.ofStatus(answer.status(), code, first.text("message", "") + chain(first));
    return switch (code) {
      case "6003" ->
          bad(trouble, "Was the whole token or key copied to the credentials file, and no more?");
      case "9103" -> bad(trouble, "Are the e-mail address and the Global API Key right?");
      case "9109" -> bad(trouble, "Is the API token right, and still valid?");
      case "1009", "10000" ->
          trouble
              .withKind(Kind.NO_PERMISSION)
              .withHint("Has the API token the permission Zone:DNS:Edit for the zone?");
      case "81057", "81058" -> trouble.withKind(Kind.ALREADY_THERE);
      default ->
          trouble.message().contains("com.cloudflare.api.account.zone.list")
              ? trouble
                  .withKind(Kind.NO_PERMISSION)
                  .withHint("Is the name right, and has the API token access to its zone?")
              : trouble;
    };
  }

  private static DnsTrouble bad(DnsTrouble trouble, String hint) {
    return trouble.withKind(Kind.BAD_CREDENTIALS).withHint(hint);
  }

  private static String chain(Json error) {
    StringBuilder text = new StringBuilder();
    for (Json cause : error.find("error_chain").map(Json::items).orElse(List.of())) {
      text.append(" (").append(cause.text("code", "")).append(": ");
      text.append(cause.text("message", "")).append(')');
    }
    return text.toString();
  }
}
