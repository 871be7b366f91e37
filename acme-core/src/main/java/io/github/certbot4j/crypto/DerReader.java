package io.github.certbot4j.crypto;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Reads DER elements in order (X.690). Every step is checked against the bounds of the element
 * around it and moves forward, so any input ends in values or in a {@link CryptoException}.
 */
final class DerReader {
  private static final int HIGH_TAG_NUMBER = 0x1f;

  private final byte[] bytes;
  private final int limit;
  private int position;

  private DerReader(byte[] bytes, int position, int limit) {
    this.bytes = bytes;
    this.position = position;
    this.limit = limit;
  }

  /** Reads from the start of these bytes, which the caller must not change meanwhile. */
  static DerReader of(byte[] bytes) {
    return new DerReader(bytes, 0, bytes.length);
  }

  /** Tells DER from PEM: no text starts with a SEQUENCE of more than 127 bytes. */
  static boolean looksLikeDer(byte[] file) {
    return file.length > 1 && file[0] == DerTag.SEQUENCE && file[1] < 0;
  }

  boolean hasMore() {
    return position < limit;
  }

  boolean nextIs(int tag) {
    return hasMore() && tag() == tag;
  }

  int tag() {
    if (!hasMore()) {
      throw malformed("an element is missing");
    }
    return bytes[position] & 0xff;
  }

  /** Steps over the next element and reads what is in it. */
  DerReader enter(int tag) {
    if (tag() != tag) {
      throw malformed("expected the tag " + hex(tag) + ", found " + hex(tag()));
    }
    return enterAny();
  }

  /** As {@link #enter}, whatever the tag. */
  DerReader enterAny() {
    int start = position;
    if ((tag() & HIGH_TAG_NUMBER) == HIGH_TAG_NUMBER) {
      throw malformed("unsupported tag");
    }
    position++;
    int length = length();
    if (length > limit - position) {
      position = start;
      throw malformed("an element is longer than what is there");
    }
    DerReader contents = new DerReader(bytes, position, position + length);
    position += length;
    return contents;
  }

  private int length() {
    int first = octet();
    if (first < 0x80) {
      return first;
    }
    int count = first & 0x7f;
    if (count == 0 || count > 4) {
      throw malformed("unsupported form of length");
    }
    long length = 0;
    for (int i = 0; i < count; i++) {
      length = length << 8 | octet();
    }
    if (length > Integer.MAX_VALUE) {
      throw malformed("an element is longer than what is there");
    }
    return (int) length;
  }

  private int octet() {
    if (!hasMore()) {
      throw malformed("an element is cut off");
    }
    return bytes[position++] & 0xff;
  }

  void skip() {
    enterAny();
  }

  void skipIf(int tag) {
    if (nextIs(tag)) {
      skip();
    }
  }

  void requireEnd() {
    if (hasMore()) {
      throw malformed("unexpected content");
    }
  }

  /** The next element with its tag and length. */
  byte[] element() {
    int start = position;
    enterAny();
    return Arrays.copyOfRange(bytes, start, position);
  }

  /** What is left of this reader's content. */
  byte[] rest() {
    byte[] rest = Arrays.copyOfRange(bytes, position, limit);
    position = limit;
    return rest;
  }

  byte[] contents(int tag) {
    return enter(tag).rest();
  }

  BigInteger integer() {
    return new BigInteger(integerOctets());
  }

  /** The content of an INTEGER: a number in two's complement, of at least one octet. */
  byte[] integerOctets() {
    byte[] contents = contents(DerTag.INTEGER);
    if (contents.length == 0) {
      throw malformed("an empty integer");
    }
    return contents;
  }

  /** A BIT STRING of whole octets. */
  byte[] bits() {
    DerReader contents = enter(DerTag.BIT_STRING);
    if (contents.octet() != 0) {
      throw malformed("a bit string of broken octets");
    }
    return contents.rest();
  }

  Oid oid() {
    return Oid.ofContents(contents(DerTag.OID));
  }

  private CryptoException malformed(String what) {
    return new CryptoException(what + " at byte " + position);
  }

  private static String hex(int tag) {
    return "0x" + Integer.toHexString(tag);
  }
}
