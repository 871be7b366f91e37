package io.github.certbot4j.acme;

import java.security.KeyPair;
import java.util.List;
import java.util.Optional;

/**
 * What a new account is made of.
 *
 * @param key the account's key
 * @param emails contact addresses without {@code mailto:}
 * @param termsAgreed whether the user agreed to the terms of service
 * @param binding the external account binding, when the user has one
 */
public record Registration(
    KeyPair key, List<String> emails, boolean termsAgreed, Optional<ExternalBinding> binding) {

  /**
   * An external account binding (RFC 8555 section 7.3.4).
   *
   * @param kid the key identifier
   * @param hmacKey the MAC key, base64url
   * @param algorithm the MAC algorithm: HS256, HS384 or HS512
   */
  public record ExternalBinding(String kid, String hmacKey, String algorithm) {

    /** Leaves the key out, so that it can't end in a log. */
    @Override
    public String toString() {
      return "ExternalBinding[kid=" + kid + ", algorithm=" + algorithm + "]";
    }
  }
}
