package io.github.certbot4j.order;

import io.github.certbot4j.crypto.Csr;
import io.github.certbot4j.model.KeySpec;
import java.security.KeyPair;

/** The key that the certificate will certify. */
public sealed interface CertificateKey {

  /**
   * A new key.
   *
   * @param mustStaple whether the request asks for the TLS feature extension (RFC 7633)
   */
  record Fresh(KeySpec spec, boolean mustStaple) implements CertificateKey {}

  /**
   * A key that exists already.
   *
   * @param pem the key as it is stored
   */
  record Existing(KeyPair keys, String pem, boolean mustStaple) implements CertificateKey {

    /** Leaves the key out. */
    @Override
    public String toString() {
      return "Existing[key]";
    }
  }

  /** A signing request that the user brought; its key stays with the user. */
  record UserRequest(Csr csr) implements CertificateKey {}
}
