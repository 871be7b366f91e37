package io.github.certbot4j.acme.acme4j;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells the media types of ACME answers by what they hold: acme4j insists on the exact types, and
 * some servers, or what stands before them, label their answers wrongly.
 */
final class ContentTypes {

  private static final int ERROR = 400;
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

  private ContentTypes() {}

  /** The type that the content has whatever its label; empty to believe the label. */
  static Optional<String> ofContent(int status, byte[] content) {
    int start = 0;
    while (start < content.length && Character.isWhitespace(content[start])) {
      start++;
    }
    if (start == content.length) {
      return Optional.empty();
    }
    if (content[start] == '{') {
      return status < ERROR ? Optional.of("application/json") : problem(content);
    }
    boolean chain = status < ERROR && text(content).contains(BEGIN);
    return chain ? Optional.of("application/pem-certificate-chain") : Optional.empty();
  }

  private static Optional<String> problem(byte[] content) {
    boolean typed = text(content).contains("\"type\"");
    return typed ? Optional.of("application/problem+json") : Optional.of("application/json");
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
