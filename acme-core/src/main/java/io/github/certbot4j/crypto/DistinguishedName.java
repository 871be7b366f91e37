package io.github.certbot4j.crypto;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the one attribute of a distinguished name that is ever asked for. */
final class DistinguishedName {
  private DistinguishedName() {}

  /** Finds the first common name of an encoded Name (RFC 5280 section 4.1.2.4). */
  static Optional<String> commonName(byte[] name) {
    DerReader sets = DerReader.of(name).enter(DerTag.SEQUENCE);
    while (sets.hasMore()) {
      DerReader set = sets.enter(DerTag.SET);
      while (set.hasMore()) {
        DerReader attribute = set.enter(DerTag.SEQUENCE);
        if (attribute.oid().equals(Oids.COMMON_NAME)) {
          return Optional.of(text(attribute));
        }
      }
    }
    return Optional.empty();
  }

  private static String text(DerReader attribute) {
    Charset charset =
        switch (attribute.tag()) {
          case DerTag.UTF8_STRING -> StandardCharsets.UTF_8;
          case DerTag.BMP_STRING -> StandardCharsets.UTF_16BE;
          case DerTag.UNIVERSAL_STRING -> Charset.forName("UTF-32BE");
          default -> StandardCharsets.ISO_8859_1;
        };
    return new String(attribute.enterAny().rest(), charset);
  }
}
