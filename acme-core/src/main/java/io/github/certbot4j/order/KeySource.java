package io.github.certbot4j.order;

import io.github.certbot4j.crypto.CryptoException;
import io.github.certbot4j.crypto.Csr;
import io.github.certbot4j.crypto.KeyPairs;
import io.github.certbot4j.model.DomainName;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Supplies the key and the signing request of one order. They are made in the background while the
 * order is placed and the CA validates the names.
 */
final class KeySource {

  private final CompletableFuture<Material> material;

  private KeySource(CompletableFuture<Material> material) {
    this.material = material;
  }

  /**
   * Chooses the source and begins.
   *
   * @param preparedPem the key that an earlier run prepared for this order; empty when there is
   *     none
   */
  static KeySource of(
      CertificateKey key, List<DomainName> names, String preparedPem, KeyStock stock) {
    if (key instanceof CertificateKey.UserRequest user) {
      return new KeySource(
          CompletableFuture.completedFuture(new Material(user.csr(), Optional.empty(), "")));
    }
    if (key instanceof CertificateKey.Existing existing) {
      return new KeySource(
          CompletableFuture.supplyAsync(
              () ->
                  new Material(
                      Csr.build(names, existing.keys(), existing.mustStaple()),
                      Optional.of(existing.pem()),
                      "")));
    }
    CertificateKey.Fresh fresh = (CertificateKey.Fresh) key;
    return new KeySource(
        preparedPem.isEmpty()
            ? stock
                .take(fresh.spec())
                .thenApplyAsync(keys -> made(keys, KeyPairs.toPkcs8Pem(keys), fresh, names))
            : CompletableFuture.supplyAsync(
                () -> made(KeyPairs.fromPem(preparedPem), preparedPem, fresh, names)));
  }

  private static Material made(
      KeyPair keys, String pem, CertificateKey.Fresh wanted, List<DomainName> names) {
    return new Material(Csr.build(names, keys, wanted.mustStaple()), Optional.of(pem), pem);
  }

  /** Waits for the key and the request. */
  Material material() {
    try {
      return material.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof CryptoException trouble ? trouble : e;
    }
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
