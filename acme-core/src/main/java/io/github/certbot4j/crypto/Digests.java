package io.github.certbot4j.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Message digests in the spellings that ACME and the files on disk use. */
public final class Digests {
  private Digests() {}

  /** Returns the value of the TXT record that answers a dns-01 challenge (RFC 8555 section 8.4). */
  public static String dns01Value(String keyAuthorization) {
    return sha256Base64Url(keyAuthorization.getBytes(StandardCharsets.US_ASCII));
  }

  /** Returns the SHA-256 digest as base64url without padding. */
  public static String sha256Base64Url(byte[] content) {
    return base64Url(digest("SHA-256", content));
  }

  /** Returns the SHA-256 digest as 64 lower-case hexadecimal digits. */
  public static String sha256Hex(byte[] content) {
    return HexFormat.of().formatHex(digest("SHA-256", content));
  }

  /**
   * Returns the MD5 digest as 32 lower-case hexadecimal digits; an identifier, not a protection.
   */
  public static String md5Hex(byte[] content) {
    return HexFormat.of().formatHex(digest("MD5", content));
  }

  static byte[] sha1(byte[] content) {
    return digest("SHA-1", content);
  }

  static String base64Url(byte[] content) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
  }

  private static byte[] digest(String algorithm, byte[] content) {
    try {
      return MessageDigest.getInstance(algorithm).digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime lacks the digest " + algorithm, e);
    }
  }
}
