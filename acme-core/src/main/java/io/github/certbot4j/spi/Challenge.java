package io.github.certbot4j.spi;

import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;

/**
 * One thing to publish so that the CA can see control over a name (RFC 8555 section 8).
 *
 * @param domain the name being proved, without wildcard label
 * @param type the validation method
 * @param token the challenge's token
 * @param validation what must be published: for http-01 the key authorization (section 8.3), for
 *     dns-01 the base64url SHA-256 digest of it (section 8.4)
 */
public record Challenge(DomainName domain, ChallengeType type, String token, String validation) {

  /**
   * Checks the token, since plugins and scripts make file names of it.
   *
   * @throws FailureException when it has other characters than those of base64url (RFC 8555 section
   *     8.3)
   */
  public Challenge {
    if (!isBase64Url(token)) {
      throw new FailureException(
          new Failure.Unreachable("The CA sent a challenge token that isn't base64url text.", ""));
    }
  }

  /** The path of an http-01 response below the server's root (RFC 8555 section 8.3). */
  public static final String HTTP_PATH = "/.well-known/acme-challenge/";

  /** The name whose TXT record answers a dns-01 challenge, without trailing dot. */
  public String validationName() {
    return "_acme-challenge." + domain.ascii();
  }

  private static boolean isBase64Url(String token) {
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return !token.isEmpty();
  }
}
