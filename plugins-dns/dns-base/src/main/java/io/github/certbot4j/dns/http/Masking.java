package io.github.certbot4j.dns.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Blots out secrets in texts that may be logged or shown. */
public final class Masking {

  /** Shorter ones would blot out half of a text, and are no secrets worth the name. */
  private static final int SHORTEST = 4;

  private static final String BLOT = "[secret]";

  private final List<String> secrets;

  /** Blots out these, as they are and as they look in a URL. */
  public Masking(Collection<String> secrets) {
    this.secrets =
        secrets.stream()
            .filter(secret -> secret.length() >= SHORTEST)
            .flatMap(Masking::spellings)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** The text without the secrets. */
  public String apply(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, BLOT);
    }
    return masked;
  }

  private static Stream<String> spellings(String secret) {
    return Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8));
  }
}
