package io.github.certbot4j.spi;

import io.github.certbot4j.model.ChallengeType;
import io.github.certbot4j.model.DomainName;

/**
 * One thing to publish so that the CA can see control over a name (RFC 8555 section 8).
 *
 * @param domain the name being proved, without wildcard label
 * @param type the validation method
 * @param token the challenge's token, which is base64url text and so can be a file's name
 * @param validation what must be published: for http-01 the key authorization (section 8.3), for
 *     dns-01 the base64url SHA-256 digest of it (section 8.4)
 */
public record Challenge(DomainName domain, ChallengeType type, String token, String validation) {

  /** The path of an http-01 response below the server's root (RFC 8555 section 8.3). */
  public static final String HTTP_PATH = "/.well-known/acme-challenge/";

  /** The name whose TXT record answers a dns-01 challenge, without trailing dot. */
  public String validationName() {
    return "_acme-challenge." + domain.ascii();
  }
}
