package io.github.certbot4j.dns.ovh;

import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.http.ApiDialect;
import io.github.certbot4j.dns.http.HexDigest;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import java.net.URI;
import java.util.Map;
import java.util.function.LongSupplier;

/** OVH's signatures and errors. */
final class OvhDialect implements ApiDialect {

  private final String applicationKey;
  private final String applicationSecret;
  private final String consumerKey;
  private final LongSupplier clock;

  /**
   * The dialect of one account.
   *
   * @param clock the service's time, in seconds since 1970
   */
  OvhDialect(Credentials credentials, LongSupplier clock) {
    this.applicationKey = credentials.get(OvhPlugin.APPLICATION_KEY);
    this.applicationSecret = credentials.get(OvhPlugin.APPLICATION_SECRET);
    this.consumerKey = credentials.get(OvhPlugin.CONSUMER_KEY);
    this.clock = clock;
  }

  @Override
  public Map<String, String> authenticate(String method, URI url, String body) {
    String timestamp = Long.toString(clock.getAsLong());
    String request = String.join("+", method, url.toString(), body, timestamp);
    return Map.of(
        "X-Ovh-Application", applicationKey,
        "X-Ovh-Consumer", consumerKey,
        "X-Ovh-Timestamp", timestamp,
        "X-Ovh-Signature", signature(applicationSecret, consumerKey, request));
  }

  /**
   * The signature of a request.
   *
   * @param request method, complete URL, body and timestamp, joined by plus signs
   */
  static String signature(String applicationSecret, String consumerKey, String request) {
    return "$1$" + HexDigest.of("SHA-1", applicationSecret + "+" + consumerKey + "+" + request);
  }

  @Override
  public DnsTrouble explain(RestAnswer answer) {
    Json error = answer.json();
    String code = error.text("errorCode", "");
    DnsTrouble trouble = DnsTrouble.ofStatus(answer.status(), code, error.text("message", ""));
    return switch (code) {
      case "INVALID_SIGNATURE" -> bad(trouble, "Is the application secret right?");
      case "INVALID_KEY", "INVALID_CREDENTIAL", "NOT_CREDENTIAL" ->
          bad(
              trouble,
              "Are the application key and the consumer key right, valid, and of this endpoint?");
      case "NOT_GRANTED_CALL" ->
          trouble
              .withKind(Kind.NO_PERMISSION)
              .withHint("Do the rights of the consumer key include /domain/zone/*?");
      default ->
          trouble.kind() == Kind.NO_PERMISSION
              ? trouble.withHint("Are the rights of the consumer key enough for this zone?")
              : trouble;
    };
  }

  private static DnsTrouble bad(DnsTrouble trouble, String hint) {
    return trouble.withKind(Kind.BAD_CREDENTIALS).withHint(hint);
  }
}
