package io.github.certbot4j.dns.route53;

import io.github.certbot4j.dns.contract.FakeRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Computes AWS's Signature Version 4 of a request anew, from what arrived. */
final class SignatureCheck {

  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/]+)/([0-9]{8})/([a-z0-9-]+)/([a-z0-9]+)/aws4_request,"
              + " SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})");

  private final FakeRequest request;
  private final Matcher parts;

  private SignatureCheck(FakeRequest request, Matcher parts) {
    this.request = request;
    this.parts = parts;
  }

  /** Empty if the request isn't signed. */
  static Optional<SignatureCheck> of(FakeRequest request) {
    Matcher parts = AUTHORIZATION.matcher(request.header("Authorization"));
    return parts.matches() ? Optional.of(new SignatureCheck(request, parts)) : Optional.empty();
  }

  String accessKey() {
    return parts.group(1);
  }

  /** The region and the service. */
  String scope() {
    return parts.group(3) + "/" + parts.group(4);
  }

  boolean isMadeWith(String secret) {
    byte[] key = hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), parts.group(2));
    key = hmac(hmac(hmac(key, parts.group(3)), parts.group(4)), "aws4_request");
    String text =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            request.header("X-Amz-Date"),
            parts.group(2) + "/" + scope() + "/aws4_request",
            sha256(canonicalRequest()));
    return HexFormat.of().formatHex(hmac(key, text)).equals(parts.group(6));
  }

  private String canonicalRequest() {
    String headers =
        Arrays.stream(parts.group(5).split(";"))
            .map(name -> name + ":" + request.header(name).strip() + "\n")
            .collect(Collectors.joining());
    return String.join(
        "\n",
        request.method(),
        request.path(),
        canonicalQuery(),
        headers,
        parts.group(5),
        sha256(request.body()));
  }

  private String canonicalQuery() {
    Map<String, String> sorted = new TreeMap<>();
    if (!request.query().isEmpty()) {
      for (String pair : request.query().split("&")) {
        int equals = pair.indexOf('=');
        sorted.put(
            equals < 0 ? pair : pair.substring(0, equals),
            equals < 0 ? "" : pair.substring(equals + 1));
      }
    }
    return sorted.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("&"));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
