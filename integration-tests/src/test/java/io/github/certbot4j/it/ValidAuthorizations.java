package io.github.certbot4j.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
  private final Function<HttpRequest, HttpResponse<String>> http;
  private final String origin;
  private final Set<String> forgotten = new HashSet<>();

  /**
   * The names proved at a CA.
   *
   * @param http sends a request to it
   * @param origin what its URLs begin with
   */
  ValidAuthorizations(Function<HttpRequest, HttpResponse<String>> http, String origin) {
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
          http.apply(
              HttpRequest.newBuilder(URI.create(authorization))
                  .header("Content-Type", "application/jose+json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build());
      if (answer.statusCode() != 200 && !answer.body().contains("unauthorized")) {
        throw new AssertionError(authorization + " stays valid: " + answer.body());
      }
    } catch (JoseException e) {
      throw new AssertionError("can't sign for " + account, e);
    }
  }

  private String nonce() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(origin + "/nonce-plz"))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();
    return http.apply(request).headers().firstValue("Replay-Nonce").orElseThrow();
  }

  private static Map<String, Object> json(Path file) {
    try {
      return JsonUtil.parseJson(FileTree.read(file));
    } catch (JoseException e) {
      throw new AssertionError(file + " is no JSON", e);
    }
  }
}
