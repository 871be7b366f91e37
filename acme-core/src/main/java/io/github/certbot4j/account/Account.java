package io.github.certbot4j.account;

import io.github.certbot4j.crypto.AccountKeys;
import io.github.certbot4j.model.AcmeServer;
import java.net.URI;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Optional;

/**
 * An account as it is stored.
 *
 * @param server the server that it was looked up for
 * @param keys its key pair
 * @param location its URL at the server; may still be one of ACMEv1 for an account that was made
 *     for that
 * @param created when it was registered, in whole seconds
 * @param host the machine that registered it
 * @param registerToEff the e-mail address to give to the EFF after the next success, if the user
 *     consented
 */
public record Account(
    AcmeServer server,
    KeyPair keys,
    URI location,
    Instant created,
    String host,
    Optional<String> registerToEff) {

  private static final int SHORT_ID = 4;

  /** What it is called on disk and by {@code --account}: a digest of its public key. */
  public String id() {
    return AccountKeys.id(keys.getPublic());
  }

  /** One line by which a person can tell it from others. */
  public String label() {
    return host + "@" + created + " (" + id().substring(0, SHORT_ID) + ")";
  }

  /** Leaves the key out, so that it can't end in a log. */
  @Override
  public String toString() {
    return "Account[" + location + ", " + id() + "]";
  }
}
