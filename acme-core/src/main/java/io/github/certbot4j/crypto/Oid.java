package io.github.certbot4j.crypto;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * An object identifier (X.660). It is compared by its encoding, since most of those in a
 * certificate are passed over, and spelling each out would take longer than reading all the rest.
 */
final class Oid {
  private final byte[] contents;

  private Oid(byte[] contents) {
    this.contents = contents;
  }

  /** The identifier of a dotted form, such as {@code 2.5.29.17}. */
  static Oid of(String dotted) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(12);
    // The first of the two numbers that share an octet is 0, 1 or 2 (X.660).
    long shared = 40L * (dotted.charAt(0) - '0');
    long number = 0;
    for (int i = 2; i < dotted.length(); i++) {
      char c = dotted.charAt(i);
      if (c == '.') {
        writeArc(out, shared + number);
        shared = 0;
        number = 0;
      } else {
        number = number * 10 + c - '0';
      }
    }
    writeArc(out, shared + number);
    return new Oid(out.toByteArray());
  }

  private static void writeArc(ByteArrayOutputStream out, long arc) {
    int last = (Long.SIZE - 1 - Long.numberOfLeadingZeros(arc | 1)) / 7 * 7;
    for (int shift = last; shift > 0; shift -= 7) {
      out.write((int) (arc >>> shift) | 0x80);
    }
    out.write((int) arc & 0x7f);
  }

  /**
   * The identifier of an encoding without tag and length.
   *
   * @throws CryptoException if the octets are those of no identifier
   */
  static Oid ofContents(byte[] contents) {
    boolean ends = contents.length > 0 && contents[contents.length - 1] >= 0;
    if (!ends) {
      throw new CryptoException("an object identifier is cut off");
    }
    return new Oid(contents);
  }

  byte[] contents() {
    return contents.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Oid that && Arrays.equals(contents, that.contents);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(contents);
  }

  /** The dotted form. Parts too big for it wrap around, which only a message can show. */
  @Override
  public String toString() {
    StringBuilder dotted = new StringBuilder();
    long arc = 0;
    for (byte octet : contents) {
      arc = arc << 7 | octet & 0x7f;
      if (octet >= 0) {
        if (dotted.isEmpty()) {
          long top = Math.min(arc / 40, 2);
          dotted.append(top).append('.').append(arc - top * 40);
        } else {
          dotted.append('.').append(arc);
        }
        arc = 0;
      }
    }
    return dotted.toString();
  }
}
