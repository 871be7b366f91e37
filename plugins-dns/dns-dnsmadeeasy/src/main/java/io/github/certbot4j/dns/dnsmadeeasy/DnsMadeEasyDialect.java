package io.github.certbot4j.dns.dnsmadeeasy;

import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.http.ApiDialect;
import io.github.certbot4j.dns.http.Json;
import io.github.certbot4j.dns.http.RestAnswer;
import io.github.certbot4j.dns.trouble.DnsTrouble;
import io.github.certbot4j.dns.trouble.DnsTrouble.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** DNS Made Easy's signatures, errors and its own way to say that there were too many requests. */
final class DnsMadeEasyDialect implements ApiDialect {

  private static final String ALGORITHM = "HmacSHA1";
  private static final int BAD_REQUEST = 400;
  private static final Duration RECOVERY = Duration.ofSeconds(20);
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final String key;
  private final String secret;
  private final Supplier<Instant> clock;

  DnsMadeEasyDialect(Credentials credentials, Supplier<Instant> clock) {
    this.key = credentials.get(DnsMadeEasyPlugin.KEY);
    this.secret = credentials.get(DnsMadeEasyPlugin.SECRET);
    this.clock = clock;
  }

  @Override
  public Map<String, String> authenticate(String method, URI url, String body) {
    String date = HTTP_DATE.format(clock.get());
    return Map.of(
        "x-dnsme-apiKey", key,
        "x-dnsme-requestDate", date,
        "x-dnsme-hmac", signature(secret, date));
  }

  /** The signature of a date: HMAC-SHA1 (RFC 2104) in lower-case hexadecimal digits. */
  static String signature(String secret, String date) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(date.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HMAC-SHA1", e);
    }
  }

  @Override
  public boolean isTransient(RestAnswer answer) {
    return isRateLimited(answer) || ApiDialect.super.isTransient(answer);
  }

  @Override
  public Optional<Duration> pause(RestAnswer answer, Instant now) {
    Optional<Duration> told = ApiDialect.super.pause(answer, now);
    return told.isEmpty() && isRateLimited(answer) ? Optional.of(RECOVERY) : told;
  }

  private static boolean isRateLimited(RestAnswer answer) {
    return answer.status() == BAD_REQUEST && answer.body().contains("Rate limit exceeded");
  }

  @Override
  public DnsTrouble explain(RestAnswer answer) {
    StringBuilder message = new StringBuilder();
    Json body = answer.json();
    for (Json error : body.items("error")) {
      message.append(message.isEmpty() ? "" : " ").append(error.text());
    }
    DnsTrouble trouble = DnsTrouble.ofStatus(answer.status(), "", message.toString());
    if (isRateLimited(answer)) {
      return trouble.withKind(Kind.RATE_LIMITED);
    }
    if (trouble.message().contains("already exists")) {
      return trouble.withKind(Kind.ALREADY_THERE);
    }
    return switch (trouble.kind()) {
      case BAD_CREDENTIALS -> withHint(trouble);
      case NO_PERMISSION -> withHint(trouble.withKind(Kind.BAD_CREDENTIALS));
      default -> trouble;
    };
  }

  /** It answers a wrong signature and a missing right alike. */
  private static DnsTrouble withHint(DnsTrouble trouble) {
    return trouble.withHint(
        "Are the API key and the secret key right, is this machine's clock, and may their user"
            + " manage the zone?");
  }
}
