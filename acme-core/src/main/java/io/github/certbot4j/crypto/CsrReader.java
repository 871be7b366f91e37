package io.github.certbot4j.crypto;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the names in an encoded signing request (RFC 2986 section 4). */
final class CsrReader {
  private CsrReader() {}

  static List<String> names(byte[] der) {
    DerReader whole = DerReader.of(der);
    DerReader request = whole.enter(DerTag.SEQUENCE);
    whole.requireEnd();
    DerReader info = request.enter(DerTag.SEQUENCE);
    request.contents(DerTag.SEQUENCE);
    request.bits();
    info.integer();
    Set<String> names = new LinkedHashSet<>();
    DistinguishedName.commonName(info.element()).ifPresent(name -> names.add(lower(name)));
    SubjectPublicKey.read(info.element());
    if (info.nextIs(DerTag.constructed(0))) {
      addAlternativeNames(info.enterAny(), names);
    }
    return List.copyOf(names);
  }

  private static void addAlternativeNames(DerReader attributes, Set<String> names) {
    while (attributes.hasMore()) {
      DerReader attribute = attributes.enter(DerTag.SEQUENCE);
      if (!attribute.oid().equals(Oids.EXTENSION_REQUEST)) {
        continue;
      }
      DerReader extensions = attribute.enter(DerTag.SET).enter(DerTag.SEQUENCE);
      for (String name : X509Extensions.read(extensions).dnsNames()) {
        names.add(lower(name));
      }
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
