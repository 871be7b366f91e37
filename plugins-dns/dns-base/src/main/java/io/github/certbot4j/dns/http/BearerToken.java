package io.github.certbot4j.dns.http;

import java.util.Map;

/** A token in a header (RFC 6750). */
public final class BearerToken {

  private BearerToken() {}

  /** The header as {@link ApiDialect#authenticate} returns it. */
  public static Map<String, String> headers(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }
}
