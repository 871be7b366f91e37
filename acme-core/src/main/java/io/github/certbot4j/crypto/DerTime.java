package io.github.certbot4j.crypto;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The two notations of time in certificates and OCSP (RFC 5280 section 4.1.2.5). */
final class DerTime {
  private static final int UTC_TIME_LENGTH = "YYMMDDHHMMSSZ".length();
  private static final int GENERALIZED_LENGTH = "YYYYMMDDHHMMSSZ".length();

  private DerTime() {}

  static Instant read(DerReader reader) {
    if (reader.nextIs(DerTag.UTC_TIME)) {
      byte[] text = reader.contents(DerTag.UTC_TIME);
      requireShape(text, UTC_TIME_LENGTH);
      int year = number(text, 0, 2);
      return instant(year < 50 ? 2000 + year : 1900 + year, text, 2);
    }
    byte[] text = reader.contents(DerTag.GENERALIZED_TIME);
    requireShape(text, GENERALIZED_LENGTH);
    return instant(number(text, 0, 4), text, 4);
  }

  private static void requireShape(byte[] text, int length) {
    boolean digits = text.length == length && text[length - 1] == 'Z';
    for (int i = 0; digits && i < length - 1; i++) {
      digits = text[i] >= '0' && text[i] <= '9';
    }
    if (!digits) {
      throw new CryptoException("a time is not in the form that RFC 5280 asks for");
    }
  }

  private static Instant instant(int year, byte[] text, int at) {
    try {
      return LocalDateTime.of(
              year,
              number(text, at, 2),
              number(text, at + 2, 2),
              number(text, at + 4, 2),
              number(text, at + 6, 2),
              number(text, at + 8, 2))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new CryptoException("a time names a date or hour that does not exist", e);
    }
  }

  private static int number(byte[] text, int start, int digits) {
    int value = 0;
    for (int i = start; i < start + digits; i++) {
      value = value * 10 + text[i] - '0';
    }
    return value;
  }
}
