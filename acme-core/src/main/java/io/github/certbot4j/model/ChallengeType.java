package io.github.certbot4j.model;

import java.util.Optional;

/** A validation method of RFC 8555 section 8 or RFC 8737. */
public enum ChallengeType {
  HTTP_01("http-01"),
  DNS_01("dns-01"),
  TLS_ALPN_01("tls-alpn-01");

  private final String wireName;

  ChallengeType(String wireName) {
    this.wireName = wireName;
  }

  /** The {@code type} member of a challenge object. */
  public String wireName() {
    return wireName;
  }

  /** Also knows the short forms {@code http} and {@code dns}. */
  public static Optional<ChallengeType> byName(String name) {
    return switch (name) {
      case "http", "http-01" -> Optional.of(HTTP_01);
      case "dns", "dns-01" -> Optional.of(DNS_01);
      case "tls-alpn-01" -> Optional.of(TLS_ALPN_01);
      default -> Optional.empty();
    };
  }
}
