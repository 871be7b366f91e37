package io.github.certbot4j.dns.cloudxns;

import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.http.ApiDialect;
import io.github.certbot4j.dns.http.HexDigest;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** CloudXNS's signatures and errors. */
final class CloudxnsDialect implements ApiDialect {

  private static final int BAD_REQUEST = 400;
  private static final String EXISTS = "34";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss yyyy", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final String key;
  private final String secret;
  private final Supplier<Instant> clock;

  CloudxnsDialect(Credentials credentials, Supplier<Instant> clock) {
    this.key = credentials.get(CloudxnsPlugin.KEY);
    this.secret = credentials.get(CloudxnsPlugin.SECRET);
    this.clock = clock;
  }

  @Override
  public Map<String, String> authenticate(String method, URI url, String body) {
    String date = DATE.format(clock.get());
    return Map.of(
        "API-KEY",
        key,
        "API-REQUEST-DATE",
        date,
        "API-FORMAT",
        "json",
        "API-HMAC",
        signature(key + url + body + date + secret));
  }

  /** A plain MD5 in lower-case hexadecimal digits, whatever the header is called. */
  static String signature(String signed) {
    return HexDigest.of("MD5", signed);
  }

  @Override
  public DnsTrouble explain(RestAnswer answer) {
    Json error = answer.json();
    DnsTrouble trouble =
        DnsTrouble.ofStatus(answer.status(), error.text("code", ""), error.text("message", ""));
    if (answer.status() == BAD_REQUEST && trouble.code().equals("3")) {
      return trouble
          .withKind(Kind.BAD_CREDENTIALS)
          .withHint("Are the API key and the secret key right?");
    }
    return trouble.kind() == Kind.NO_PERMISSION
        ? trouble.withHint("May the API key edit the zone?")
        : recognised(trouble);
  }

  /** The code says that a record is there with whatever HTTP status. */
  static DnsTrouble recognised(DnsTrouble trouble) {
    return trouble.code().equals(EXISTS) ? trouble.withKind(Kind.ALREADY_THERE) : trouble;
  }
}
