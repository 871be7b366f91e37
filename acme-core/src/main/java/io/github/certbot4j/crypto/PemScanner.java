package io.github.certbot4j.crypto;

import java.util.Base64;
import java.util.Optional;

/** Walks through a PEM text block by block. */
final class PemScanner {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  /** Of one certificate with an RSA key. */
  private static final int USUAL_LENGTH = 2048;

  private final String text;
  private int position;
  private int lineNumber;

  PemScanner(String text) {
    this.text = text;
  }

  Optional<PemBlock> next() {
    while (position < text.length()) {
      String line = line();
      if (isBoundary(line, BEGIN)) {
        return Optional.of(block(label(line, BEGIN)));
      }
    }
    return Optional.empty();
  }

  private PemBlock block(String label) {
    int begin = lineNumber;
    boolean encrypted = false;
    boolean inBody = false;
    StringBuilder body = new StringBuilder(Math.min(text.length() - position, USUAL_LENGTH));
    while (position < text.length()) {
      String line = line();
      if (line.startsWith(DASHES)) {
        requireEnd(line, label);
        return new PemBlock(label, bytes(label, begin, body), encrypted);
      }
      // Headers come first (RFC 1421); to look for them in each line takes long.
      if (!inBody && line.indexOf(':') >= 0) {
        encrypted |= line.startsWith("Proc-Type:") && line.endsWith("ENCRYPTED");
      } else {
        body.append(line);
        inBody |= !line.isEmpty();
      }
    }
    throw new CryptoException(
        "PEM line " + begin + ": the block " + label + " begins here and does not end.");
  }

  private void requireEnd(String line, String begun) {
    if (!isBoundary(line, END)) {
      throw new CryptoException(
          "PEM line " + lineNumber + ": unexpected boundary inside the block " + begun + ".");
    }
    String ended = label(line, END);
    if (!begun.equals(ended)) {
      throw new CryptoException(
          "PEM line " + lineNumber + ": the block " + begun + " ends as " + ended + ".");
    }
  }

  private static byte[] bytes(String label, int begin, StringBuilder body) {
    try {
      return Base64.getDecoder().decode(body.toString());
    } catch (IllegalArgumentException e) {
      // The decoder's text quotes characters of the body, which may be a private key.
      throw new CryptoException(
          "PEM line " + begin + ": the block " + label + " is not proper base64.");
    }
  }

  private static boolean isBoundary(String line, String kind) {
    return line.startsWith(kind)
        && line.endsWith(DASHES)
        && line.length() >= kind.length() + DASHES.length();
  }

  private static String label(String line, String kind) {
    return line.substring(kind.length(), line.length() - DASHES.length());
  }

  private String line() {
    int end = text.indexOf('\n', position);
    int stop = end < 0 ? text.length() : end;
    String line = text.substring(position, stop);
    position = stop + 1;
    lineNumber++;
    return isStripped(line) ? line : line.strip();
  }

  /** Asked of each line, because nearly all are, and stripping takes far longer than this. */
  private static boolean isStripped(String line) {
    int last = line.length() - 1;
    return last < 0 || line.charAt(0) > ' ' && line.charAt(last) > ' ';
  }
}
