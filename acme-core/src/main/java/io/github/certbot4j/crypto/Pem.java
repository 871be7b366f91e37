package io.github.certbot4j.crypto;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The textual encoding of keys and certificates (RFC 7468).
 *
 * <p>Reading accepts any text before, between and after blocks, any line ending, and the headers
 * that encrypted keys carry. Writing gives 64 columns and one newline at the end.
 */
public final class Pem {
  /** Label of an X.509 certificate. */
  public static final String CERTIFICATE = "CERTIFICATE";

  private static final int COLUMNS = 64;

  private Pem() {}

  /**
   * Reads every block of a text, in order.
   *
   * @return the blocks; empty if the text has none
   * @throws CryptoException if a block does not end, ends under another label, or is not base64;
   *     the message names the line
   */
  public static List<PemBlock> decode(String text) {
    PemScanner scanner = new PemScanner(text);
    List<PemBlock> blocks = new ArrayList<>();
    for (Optional<PemBlock> block = scanner.next(); block.isPresent(); block = scanner.next()) {
      blocks.add(block.get());
    }
    return blocks;
  }

  /**
   * Reads the first block with a label and looks at nothing after it.
   *
   * @throws CryptoException if that block, or one before it, is malformed
   */
  public static Optional<PemBlock> first(String text, String label) {
    PemScanner scanner = new PemScanner(text);
    Optional<PemBlock> block = scanner.next();
    while (block.isPresent() && !block.get().label().equals(label)) {
      block = scanner.next();
    }
    return block;
  }

  /** Writes one block: 64 columns, {@code \n} line ends, one newline at the end. */
  public static String encode(String label, byte[] der) {
    String body = Base64.getEncoder().encodeToString(der);
    StringBuilder text = new StringBuilder(body.length() * 66 / COLUMNS + 2 * label.length() + 64);
    text.append("-----BEGIN ").append(label).append("-----\n");
    for (int start = 0; start < body.length(); start += COLUMNS) {
      text.append(body, start, Math.min(start + COLUMNS, body.length())).append('\n');
    }
    return text.append("-----END ").append(label).append("-----\n").toString();
  }

  /** The bytes of a file as text; PEM is ASCII, and no other byte may get lost or fail. */
  static String text(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }
}
