package io.github.certbot4j.crypto;

/** Identifier octets of ASN.1 types (X.690 section 8.1.2). */
final class DerTag {
  static final int BOOLEAN = 0x01;
  static final int INTEGER = 0x02;
  static final int BIT_STRING = 0x03;
  static final int OCTET_STRING = 0x04;
  static final int NULL = 0x05;
  static final int OID = 0x06;
  static final int ENUMERATED = 0x0a;
  static final int UTF8_STRING = 0x0c;
  static final int UTC_TIME = 0x17;
  static final int GENERALIZED_TIME = 0x18;
  static final int UNIVERSAL_STRING = 0x1c;
  static final int BMP_STRING = 0x1e;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  private DerTag() {}

  /** A context-specific tag around a primitive value. */
  static int primitive(int number) {
    return 0x80 | number;
  }

  /** A context-specific tag around other elements. */
  static int constructed(int number) {
    return 0xa0 | number;
  }
}
