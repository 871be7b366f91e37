package io.github.certbot4j.dns.route53;

import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** AWS's service for temporary keys, as far as roles need it. */
final class FakeSts {

  static final String ROLE = "arn:aws:iam::123456789012:role/certbot";
  static final String WEB_TOKEN = "eyJ.fake.web-identity";
  static final String ACCESS_KEY = "ASIAFAKEFAKEFAKEFAKE";
  static final String SECRET_KEY = "temporary/Secret+Key1234567890abcdefghijk";
  static final String TOKEN = "FakeSessionToken//1234567890/abcdefghijklmnopqrstuvwxyz==";

  private FakeSts() {}

  /** A web identity is a proof of its own. */
  static boolean isAnonymous(FakeRequest request) {
    return request.host().startsWith("sts.")
        && form(request).getOrDefault("Action", "").equals("AssumeRoleWithWebIdentity");
  }

  static FakeAnswer answer(FakeRequest request) {
    Map<String, String> form = form(request);
    String action = form.getOrDefault("Action", "");
    boolean web = action.equals("AssumeRoleWithWebIdentity");
    if (!web && !action.equals("AssumeRole") || !ROLE.equals(form.get("RoleArn"))) {
      throw new FakeRequest.Strictness("not a role to assume: " + form);
    }
    if (web && !WEB_TOKEN.equals(form.get("WebIdentityToken"))) {
      return FakeRoute53.error(400, "InvalidIdentityToken", "Not a token.");
    }
    String credentials =
        Xml.tag("AccessKeyId", ACCESS_KEY)
            + Xml.tag("SecretAccessKey", SECRET_KEY)
            + Xml.tag("SessionToken", TOKEN)
            + Xml.tag("Expiration", "2099-01-01T00:00:00Z");
    return FakeAnswer.text(
        200,
        "text/xml",
        "<%1$sResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><%1$sResult><Credentials>%2$s</Credentials></%1$sResult></%1$sResponse>"
            .formatted(action, credentials));
  }

  private static Map<String, String> form(FakeRequest request) {
    Map<String, String> form = new HashMap<>();
    for (String pair : request.body().split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return form;
  }
}
