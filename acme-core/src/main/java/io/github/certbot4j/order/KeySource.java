package io.github.certbot4j.order;

import io.github.certbot4j.crypto.Csr;
import io.github.certbot4j.crypto.KeyPairs;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.KeySpec;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Supplies the key and the signing request of one order. A new key is made in the background while
 * the CA validates the names.
 */
final class KeySource {

  private final Supplier<Material> maker;
  private CompletableFuture<Material> material;

  private KeySource(Supplier<Material> maker) {
    this.maker = maker;
  }

  /**
   * Chooses the source.
   *
   * @param preparedPem the key that an earlier run prepared for this order; empty when there is
   *     none
   */
  static KeySource of(CertificateKey key, List<DomainName> names, String preparedPem) {
    if (key instanceof CertificateKey.UserRequest user) {
      return new KeySource(() -> new Material(user.csr(), Optional.empty(), ""));
    }
    if (key instanceof CertificateKey.Existing existing) {
      return new KeySource(
          () ->
              new Material(
                  Csr.build(names, existing.keys(), existing.mustStaple()),
                  Optional.of(existing.pem()),
                  ""));
    }
    CertificateKey.Fresh fresh = (CertificateKey.Fresh) key;
    return new KeySource(() -> fresh(fresh.spec(), fresh.mustStaple(), names, preparedPem));
  }

  private static Material fresh(
      KeySpec spec, boolean mustStaple, List<DomainName> names, String preparedPem) {
    KeyPair keys = preparedPem.isEmpty() ? KeyPairs.generate(spec) : KeyPairs.fromPem(preparedPem);
    String pem = preparedPem.isEmpty() ? KeyPairs.toPkcs8Pem(keys) : preparedPem;
    return new Material(Csr.build(names, keys, mustStaple), Optional.of(pem), pem);
  }

  /** Starts making the key, if that hasn't begun. */
  void prepare() {
    if (material == null) {
      material = CompletableFuture.supplyAsync(maker);
    }
  }

  /** Waits for the key and the request. */
  Material material() {
    prepare();
    return material.join();
  }

  /** The private key that belongs to the certificate; empty for a signing request of the user's. */
  Optional<String> pem() {
    return material().keyPem();
  }

  /** Whether an issued certificate certifies this key. */
  boolean isOf(OrderOutcome outcome) {
    return outcome instanceof OrderOutcome.Issued issued
        && issued
            .keyPem()
            .filter(pem -> KeyPairs.matches(KeyPairs.fromPem(pem), issued.chain().leaf()))
            .isPresent();
  }

  /**
   * What an order needs.
   *
   * @param keyPem the private key, if we have it
   * @param newKeyPem the private key if it was made for this order; else empty
   */
  record Material(Csr csr, Optional<String> keyPem, String newKeyPem) {

    /** Leaves the keys out. */
    @Override
    public String toString() {
      return "Material[" + csr.names() + "]";
    }
  }
}
