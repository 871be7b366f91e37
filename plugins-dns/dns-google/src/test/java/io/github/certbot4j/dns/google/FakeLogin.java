package io.github.certbot4j.dns.google;

import io.github.certbot4j.dns.contract.FakeAnswer;
import io.github.certbot4j.dns.contract.FakeRequest;
import io.github.certbot4j.dns.http.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Google's log-in: an access token for a statement that a service account's key signed. */
final class FakeLogin {

  static final String EMAIL = "certbot@fake-project.iam.gserviceaccount.com";
  static final String KEY_ID = "0123456789abcdef0123456789abcdef01234567";
  static final String TOKEN_URI = "https://oauth2.googleapis.com/token";
  static final String REFRESH_TOKEN = "1//refresh-token-1234567890";

  private static final String SCOPE = "https://www.googleapis.com/auth/ndev.clouddns.readwrite";
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final Duration LIFE = Duration.ofHours(1);

  private static final KeyPair KEYS = newKeys();

  private final KeyPair keys;
  private final Map<String, Instant> tokens = new LinkedHashMap<>();

  /** With the key that all share: making one takes long. */
  FakeLogin() {
    this(KEYS);
  }

  FakeLogin(KeyPair keys) {
    this.keys = keys;
  }

  static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The private key, in PEM. */
  String privateKey() {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(keys.getPrivate().getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  /** The text of a key file. */
  Json keyFile() {
    return Json.object(
        "type",
        "service_account",
        "project_id",
        FakeGoogle.PROJECT,
        "private_key_id",
        KEY_ID,
        "private_key",
        privateKey(),
        "client_email",
        EMAIL,
        "client_id",
        "123456789012345678901",
        "token_uri",
        TOKEN_URI);
  }

  /** All tokens that were handed out. */
  List<String> tokens() {
    return List.copyOf(tokens.keySet());
  }

  boolean isGood(String token, Instant now) {
    return tokens.containsKey(token) && now.isBefore(tokens.get(token).plus(LIFE));
  }

  String issue(Instant now) {
    String token = "ya29.fake-access-token-" + (tokens.size() + 1);
    tokens.put(token, now);
    return token;
  }

  FakeAnswer token(FakeRequest request) {
    Map<String, String> form = form(request.body());
    boolean good =
        "refresh_token".equals(form.get("grant_type"))
            ? REFRESH_TOKEN.equals(form.get("refresh_token"))
            : isSigned(form);
    if (!good) {
      return FakeAnswer.json(
          400, "{'error': 'invalid_grant', 'error_description': 'Invalid JWT Signature.'}");
    }
    return FakeAnswer.json(
        200,
        Json.object(
            "access_token", issue(request.time()), "expires_in", 3599, "token_type", "Bearer"));
  }

  private boolean isSigned(Map<String, String> form) {
    if (!GRANT.equals(form.get("grant_type"))) {
      throw new FakeRequest.Strictness("grant_type " + form.get("grant_type"));
    }
    String[] parts = form.get("assertion").split("\\.");
    Json header = decoded(parts[0]);
    Json claims = decoded(parts[1]);
    long issued = claims.number("iat", 0);
    boolean right =
        header.text("alg").equals("RS256")
            && header.text("kid").equals(KEY_ID)
            && claims.text("iss").equals(EMAIL)
            && claims.text("scope").equals(SCOPE)
            && claims.text("aud").equals(TOKEN_URI)
            && claims.number("exp", 0) - issued == LIFE.toSeconds()
            && Math.abs(Instant.now().getEpochSecond() - issued) < 60;
    if (!right) {
      throw new FakeRequest.Strictness("a token for " + header + claims);
    }
    return isSignature(parts[0] + "." + parts[1], Base64.getUrlDecoder().decode(parts[2]));
  }

  private boolean isSignature(String text, byte[] signature) {
    try {
      Signature check = Signature.getInstance("SHA256withRSA");
      check.initVerify(keys.getPublic());
      check.update(text.getBytes(StandardCharsets.US_ASCII));
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static Json decoded(String part) {
    return Json.parse(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      form.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return form;
  }
}
