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
import java.util.function.Supplier;

/**
 * Supplies the key and the signing request of one order. They are made in the background while the
 * order is placed and the CA validates the names. A new key that wasn't asked for by the time of
 * closing goes back to the stock.
 */
final class KeySource implements AutoCloseable {

  private final CompletableFuture<Material> material;
  private final Runnable giveBack;
  private boolean asked;

  private KeySource(CompletableFuture<Material> material, Runnable giveBack) {
    this.material = material;
    this.giveBack = giveBack;
  }

  private static KeySource of(Supplier<Material> maker) {
    return new KeySource(CompletableFuture.supplyAsync(maker), () -> {});
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
      return of(() -> new Material(user.csr(), Optional.empty(), ""));
    }
    if (key instanceof CertificateKey.Existing existing) {
      return of(
          () ->
              new Material(
                  Csr.build(names, existing.keys(), existing.mustStaple()),
                  Optional.of(existing.pem()),
                  ""));
    }
    CertificateKey.Fresh fresh = (CertificateKey.Fresh) key;
    if (!preparedPem.isEmpty()) {
      return of(() -> made(KeyPairs.fromPem(preparedPem), preparedPem, fresh, names));
    }
    CompletableFuture<KeyPair> taken = stock.take(fresh.spec());
    return new KeySource(
        taken.thenApplyAsync(keys -> made(keys, KeyPairs.toPkcs8Pem(keys), fresh, names)),
        () -> stock.giveBack(fresh.spec(), taken));
  }

  private static Material made(
      KeyPair keys, String pem, CertificateKey.Fresh wanted, List<DomainName> names) {
    return new Material(Csr.build(names, keys, wanted.mustStaple()), Optional.of(pem), pem);
  }

  /** Waits for the key and the request. */
  Material material() {
    asked = true;
    try {
      return material.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof CryptoException trouble ? trouble : e;
    }
  }

  @Override
  public void close() {
    if (!asked) {
      giveBack.run();
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
