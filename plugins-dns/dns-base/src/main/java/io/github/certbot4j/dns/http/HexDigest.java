package io.github.certbot4j.dns.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of texts, as some services want requests signed. */
public final class HexDigest {

  private HexDigest() {}

  /**
   * The digest of a text in UTF-8.
   *
   * @param algorithm one that every Java runtime has: MD5, SHA-1 or SHA-256
   * @return lower-case hexadecimal digits
   */
  public static String of(String algorithm, String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has " + algorithm, e);
    }
  }
}
