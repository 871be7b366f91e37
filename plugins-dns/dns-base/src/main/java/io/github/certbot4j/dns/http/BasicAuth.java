package io.github.certbot4j.dns.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** User name and password in a header (RFC 7617), sent without being asked for. */
public final class BasicAuth {

  private BasicAuth() {}

  /** The header as {@link ApiDialect#authenticate} returns it. */
  public static Map<String, String> headers(String user, String password) {
    byte[] plain = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(plain));
  }
}
