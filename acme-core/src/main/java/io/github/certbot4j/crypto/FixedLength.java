package io.github.certbot4j.crypto;

import java.math.BigInteger;

/** Unsigned numbers as octets of a given count, most significant first (RFC 8017 I2OSP). */
final class FixedLength {
  private FixedLength() {}

  static byte[] octets(BigInteger value, int count) {
    if (value.signum() < 0 || value.bitLength() > count * Byte.SIZE) {
      throw new CryptoException("a number does not fit the key's curve");
    }
    byte[] all = value.toByteArray();
    byte[] fixed = new byte[count];
    int length = Math.min(all.length, count);
    System.arraycopy(all, all.length - length, fixed, count - length, length);
    return fixed;
  }

  /** As many octets as the number needs, at least one. */
  static byte[] shortest(BigInteger value) {
    return octets(value, Math.max(1, (value.bitLength() + Byte.SIZE - 1) / Byte.SIZE));
  }
}
