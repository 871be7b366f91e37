package io.github.certbot4j.crypto;

import io.github.certbot4j.model.DomainName;
import java.security.KeyPair;
import java.util.List;

/**
 * A certificate signing request (PKCS #10, RFC 2986): either built here, or given by the user, who
 * then holds the key.
 */
public final class Csr {
  private final byte[] der;
  private final List<String> names;

  private Csr(byte[] der) {
    this.der = der;
    this.names = CsrReader.names(der);
  }

  /**
   * Builds and signs a request: empty subject, one subject alternative name extension with the
   * names in their order, SHA-256.
   *
   * @param names at least one
   * @param keys the pair to be certified; RSA or ECDSA
   * @param mustStaple whether to ask for the TLS feature "status_request" (RFC 7633)
   * @throws CryptoException if there is no name, or the key cannot sign
   */
  public static Csr build(List<DomainName> names, KeyPair keys, boolean mustStaple) {
    if (names.isEmpty()) {
      throw new CryptoException("A certificate request needs at least one name.");
    }
    return new Csr(CsrWriter.write(names, keys, mustStaple));
  }

  /**
   * Reads a request file: DER, or PEM with a block {@code CERTIFICATE REQUEST}. Its signature is
   * not checked; the CA does that.
   *
   * @throws CryptoException if it is not a well-formed request
   */
  public static Csr parse(byte[] file) {
    byte[] der = DerReader.looksLikeDer(file) ? file.clone() : fromPem(Pem.text(file));
    try {
      return new Csr(der);
    } catch (CryptoException e) {
      throw new CryptoException(
          "Not a readable certificate signing request: " + e.getMessage() + ".", e);
    }
  }

  private static byte[] fromPem(String text) {
    for (PemBlock block : Pem.decode(text)) {
      if (block.label().endsWith("CERTIFICATE REQUEST")) {
        return block.der();
      }
    }
    throw new CryptoException(
        "Neither DER nor PEM of a certificate signing request:"
            + " no block BEGIN CERTIFICATE REQUEST.");
  }

  /**
   * Returns the subject's common name and the DNS names of the subject alternative name extension
   * in order, in lower case, each once. Whether they are proper names is not checked.
   */
  public List<String> names() {
    return names;
  }

  /** Returns the encoded request, as ACME wants it for finalization. */
  public byte[] der() {
    return der.clone();
  }

  /** Returns the request as PEM. */
  public String pem() {
    return Pem.encode("CERTIFICATE REQUEST", der);
  }
}
