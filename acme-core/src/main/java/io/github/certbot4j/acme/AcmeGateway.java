package io.github.certbot4j.acme;

import java.net.URI;
import java.security.KeyPair;

/**
 * One ACME server. Connects lazily: nothing goes over the network before the first call. All
 * methods throw {@link io.github.certbot4j.model.FailureException} with {@link
 * io.github.certbot4j.model.Failure.Refused} for problem documents and {@link
 * io.github.certbot4j.model.Failure.Unreachable} for everything below ACME.
 */
public interface AcmeGateway extends AutoCloseable {

  /** The directory's metadata (RFC 8555 section 7.1.1), fetched once. */
  DirectoryMeta meta();

  /**
   * Creates an account, or finds the one of this key (section 7.3).
   *
   * @return the account's URL
   */
  URI register(Registration registration);

  /**
   * Looks up the account of a key without creating one (section 7.3.1).
   *
   * @return the account's URL
   */
  URI findAccount(KeyPair key);

  /** Works as an account whose URL is known; sends nothing. */
  AcmeAccount account(KeyPair key, URI location);

  /**
   * Revokes a certificate, signed by the certificate's own key (section 7.6).
   *
   * @param certificate its DER encoding
   * @param reason a CRLReason code (RFC 5280 section 5.3.1)
   */
  void revoke(KeyPair certificateKey, byte[] certificate, int reason);

  /** Ends connections and their threads. */
  @Override
  void close();
}
