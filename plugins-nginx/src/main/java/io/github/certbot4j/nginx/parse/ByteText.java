package io.github.certbot4j.nginx.parse;

import java.nio.charset.StandardCharsets;

/**
 * Strings that stand for bytes, each character for one: whatever encoding a file has, and even if
 * it has none, nothing is lost. All that nginx's grammar knows is ASCII.
 */
public final class ByteText {

  private ByteText() {}

  /** The bytes of a file as such a string. */
  public static String of(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** The bytes that such a string stands for. */
  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Ordinary text, such as a path, as it is written into a file. */
  public static String encoded(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Text of a file for a person, or for naming a file. */
  public static String decoded(String text) {
    return new String(bytes(text), StandardCharsets.UTF_8);
  }
}
