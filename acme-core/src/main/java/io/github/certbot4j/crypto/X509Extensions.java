package io.github.certbot4j.crypto;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The extensions that matter here, out of an encoded Extensions (RFC 5280 section 4.1.2.9). */
final class X509Extensions {
  private static final int DNS_NAME = DerTag.primitive(2);
  private static final int URI = DerTag.primitive(6);

  private final List<String> dnsNames = new ArrayList<>();
  private String ocspUrl;
  private byte[] authorityKeyIdentifier;
  private boolean forOcspSigning;

  private X509Extensions() {}

  static X509Extensions none() {
    return new X509Extensions();
  }

  static X509Extensions read(DerReader extensions) {
    X509Extensions found = new X509Extensions();
    while (extensions.hasMore()) {
      DerReader extension = extensions.enter(DerTag.SEQUENCE);
      Oid oid = extension.oid();
      extension.skipIf(DerTag.BOOLEAN);
      found.add(oid, extension.enter(DerTag.OCTET_STRING));
    }
    return found;
  }

  /** The many other extensions say nothing that a client acts on. */
  private void add(Oid oid, DerReader value) {
    if (oid.equals(Oids.SUBJECT_ALT_NAME)) {
      addNames(value.enter(DerTag.SEQUENCE));
    } else if (oid.equals(Oids.AUTHORITY_INFO_ACCESS)) {
      findOcspUrl(value.enter(DerTag.SEQUENCE));
    } else if (oid.equals(Oids.AUTHORITY_KEY_IDENTIFIER)) {
      findKeyIdentifier(value.enter(DerTag.SEQUENCE));
    } else if (oid.equals(Oids.EXTENDED_KEY_USAGE)) {
      findPurpose(value.enter(DerTag.SEQUENCE));
    }
  }

  private void findKeyIdentifier(DerReader identifier) {
    if (identifier.nextIs(DerTag.primitive(0))) {
      authorityKeyIdentifier = identifier.enterAny().rest();
    }
  }

  private void findPurpose(DerReader purposes) {
    while (purposes.hasMore()) {
      forOcspSigning |= purposes.oid().equals(Oids.KEY_PURPOSE_OCSP_SIGNING);
    }
  }

  private void addNames(DerReader names) {
    while (names.hasMore()) {
      if (names.nextIs(DNS_NAME)) {
        dnsNames.add(text(names));
      } else {
        names.skip();
      }
    }
  }

  private void findOcspUrl(DerReader descriptions) {
    while (descriptions.hasMore() && ocspUrl == null) {
      DerReader description = descriptions.enter(DerTag.SEQUENCE);
      if (description.oid().equals(Oids.ACCESS_METHOD_OCSP) && description.nextIs(URI)) {
        ocspUrl = text(description);
      }
    }
  }

  private static String text(DerReader ia5String) {
    return new String(ia5String.enterAny().rest(), StandardCharsets.ISO_8859_1);
  }

  /** The dNSName entries of the subject alternative name, in order. */
  List<String> dnsNames() {
    return List.copyOf(dnsNames);
  }

  Optional<String> ocspUrl() {
    return Optional.ofNullable(ocspUrl);
  }

  Optional<byte[]> authorityKeyIdentifier() {
    return Optional.ofNullable(authorityKeyIdentifier);
  }

  boolean forOcspSigning() {
    return forOcspSigning;
  }
}
