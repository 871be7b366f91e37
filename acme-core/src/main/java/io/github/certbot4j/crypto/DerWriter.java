package io.github.certbot4j.crypto;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.List;

/** Composes DER elements from the inside out (X.690). */
final class DerWriter {
  private DerWriter() {}

  static byte[] element(int tag, byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(length + 6);
    out.write(tag);
    writeLength(out, length);
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static void writeLength(ByteArrayOutputStream out, int length) {
    if (length < 0x80) {
      out.write(length);
      return;
    }
    int octets = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
    out.write(0x80 | octets);
    for (int shift = (octets - 1) * 8; shift >= 0; shift -= 8) {
      out.write(length >>> shift);
    }
  }

  static byte[] sequence(byte[]... parts) {
    return element(DerTag.SEQUENCE, parts);
  }

  static byte[] sequence(List<byte[]> parts) {
    return sequence(parts.toArray(new byte[0][]));
  }

  static byte[] integer(BigInteger value) {
    return element(DerTag.INTEGER, value.toByteArray());
  }

  static byte[] integer(int value) {
    return integer(BigInteger.valueOf(value));
  }

  static byte[] octets(byte[] contents) {
    return element(DerTag.OCTET_STRING, contents);
  }

  static byte[] bits(byte[] octets) {
    return element(DerTag.BIT_STRING, new byte[] {0}, octets);
  }

  static byte[] nothing() {
    return element(DerTag.NULL);
  }

  static byte[] oid(Oid oid) {
    return element(DerTag.OID, oid.contents());
  }
}
