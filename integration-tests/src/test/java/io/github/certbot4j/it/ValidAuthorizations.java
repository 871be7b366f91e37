package io.github.certbot4j.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * The names that a Pebble has seen proved. A test that counts on a name being proved again has it
 * forgotten first: Pebble lets a valid authorization serve a new order once in a hundred times even
 * where it is told never to.
 */
final class ValidAuthorizations {
  private final HttpClient http;
  private final String origin;
  private final Set<String> forgotten = new HashSet<>();

  /** The names proved at the CA whose URLs begin so. */
  ValidAuthorizations(HttpClient http, String origin) {
    this.http = http;
    this.origin = origin;
  }

  /**
   * Deactivates (RFC 8555 section 7.5.2) those of them that belong to an account of a configuration
   * directory. Each is tried once; one that no account there has is left as it is. A registration
   * that does not name the CA, because a test has damaged it, is passed over.
   */
  void forget(List<String> proved, Path configDirectory) {
    List<Path> accounts = accounts(configDirectory);
    for (String authorization : proved) {
      if (forgotten.add(authorization)) {
        accounts.forEach(account -> deactivate(origin + "/authZ/" + authorization, account));
      }
    }
  }

  private List<Path> accounts(Path configDirectory) {
    Path top = configDirectory.resolve("accounts");
    if (!Files.isDirectory(top)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(top)) {
      return all.filter(path -> path.endsWith("regr.json"))
          .filter(registration -> FileTree.read(registration).contains(origin))
          .map(Path::getParent)
          .toList();
    } catch (IOException e) {
      throw new AssertionError("can't look for accounts in " + top, e);
    }
  }

  private static String url(Path account) {
    return (String) json(account.resolve("regr.json")).get("uri");
  }

  private void deactivate(String authorization, Path account) {
    try {
      PublicJsonWebKey key =
          PublicJsonWebKey.Factory.newPublicJwk(json(account.resolve("private_key.json")));
      JsonWebSignature jws = new JsonWebSignature();
      jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
      jws.setKey(key.getPrivateKey());
      jws.setHeader("kid", url(account));
      jws.setHeader("nonce", nonce());
      jws.setHeader("url", authorization);
      jws.setPayload("{\"status\":\"deactivated\"}");
      jws.sign();
      String body =
          JsonUtil.toJson(
              Map.of(
                  "protected", jws.getHeaders().getEncodedHeader(),
                  "payload", jws.getEncodedPayload(),
                  "signature", jws.getEncodedSignature()));
      HttpResponse<String> answer =
          send(
              HttpRequest.newBuilder(URI.create(authorization))
                  .header("Content-Type", "application/jose+json")
                  .POST(HttpRequest.BodyPublishers.ofString(body)));
      if (answer.statusCode() != 200 && !answer.body().contains("unauthorized")) {
        throw new AssertionError(authorization + " stays valid: " + answer.body());
      }
    } catch (JoseException e) {
      throw new AssertionError("can't sign for " + account, e);
    }
  }

  private String nonce() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + "/nonce-plz"))
            .method("HEAD", HttpRequest.BodyPublishers.noBody());
    return send(request).headers().firstValue("Replay-Nonce").orElseThrow();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer from " + origin, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> json(Path file) {
    try {
      return JsonUtil.parseJson(FileTree.read(file));
    } catch (JoseException e) {
      throw new AssertionError(file + " is no JSON", e);
    }
  }
}
