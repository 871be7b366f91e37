package io.github.certbot4j.crypto;

import io.github.certbot4j.model.DomainName;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;

/**
 * Composes a signing request by hand: Bouncy Castle's builder takes longer to load than an RSA
 * signature takes to make.
 */
final class CsrWriter {
  private static final int VERSION_1 = 0;
  private static final int STATUS_REQUEST = 5;
  private static final int DNS_NAME = DerTag.primitive(2);

  private CsrWriter() {}

  static byte[] write(List<DomainName> names, KeyPair keys, boolean mustStaple) {
    SubjectPublicKey publicKey = SubjectPublicKey.of(keys.getPublic());
    byte[] emptySubject = DerWriter.sequence();
    byte[] info =
        DerWriter.sequence(
            DerWriter.integer(VERSION_1),
            emptySubject,
            publicKey.der(),
            DerWriter.element(DerTag.constructed(0), extensionRequest(names, mustStaple)));
    boolean rsa = publicKey.type() == KeyType.RSA;
    byte[] algorithm =
        rsa
            ? DerWriter.sequence(DerWriter.oid(Oids.SHA256_WITH_RSA), DerWriter.nothing())
            : DerWriter.sequence(DerWriter.oid(Oids.ECDSA_WITH_SHA256));
    byte[] signature = sign(info, rsa ? "SHA256withRSA" : "SHA256withECDSA", keys);
    return DerWriter.sequence(info, algorithm, DerWriter.bits(signature));
  }

  private static byte[] extensionRequest(List<DomainName> names, boolean mustStaple) {
    List<byte[]> extensions = new ArrayList<>();
    extensions.add(extension(Oids.SUBJECT_ALT_NAME, alternativeNames(names)));
    if (mustStaple) {
      byte[] features = DerWriter.sequence(DerWriter.integer(STATUS_REQUEST));
      extensions.add(extension(Oids.TLS_FEATURE, features));
    }
    return DerWriter.sequence(
        DerWriter.oid(Oids.EXTENSION_REQUEST),
        DerWriter.element(DerTag.SET, DerWriter.sequence(extensions)));
  }

  private static byte[] alternativeNames(List<DomainName> names) {
    List<byte[]> elements = new ArrayList<>(names.size());
    for (DomainName name : names) {
      byte[] ascii = name.ascii().getBytes(StandardCharsets.US_ASCII);
      elements.add(DerWriter.element(DNS_NAME, ascii));
    }
    return DerWriter.sequence(elements);
  }

  private static byte[] extension(Oid oid, byte[] value) {
    return DerWriter.sequence(DerWriter.oid(oid), DerWriter.octets(value));
  }

  private static byte[] sign(byte[] content, String algorithm, KeyPair keys) {
    try {
      Signature signer = Signature.getInstance(algorithm);
      signer.initSign(keys.getPrivate());
      signer.update(content);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new CryptoException(
          "The certificate request cannot be signed with this key: " + e.getMessage() + ".", e);
    }
  }
}
