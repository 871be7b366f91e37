package io.github.certbot4j.acme.acme4j;

import io.github.certbot4j.model.FailureException;
import java.net.URI;
import java.net.URISyntaxException;

/** Makes contact URLs (RFC 8555 section 7.3). */
final class Contacts {

  private Contacts() {}

  /**
   * The URL of an e-mail address.
   *
   * @throws FailureException when a server could only refuse it: RFC 8555 allows one plain address
   */
  static URI mailto(String email) {
    if (email.indexOf('@') < 1 || email.indexOf(',') >= 0 || email.indexOf('?') >= 0) {
      throw unusable(email);
    }
    try {
      return new URI("mailto:" + email);
    } catch (URISyntaxException e) {
      throw new FailureException(unusable(email).failure(), e);
    }
  }

  private static FailureException unusable(String email) {
    return FailureException.rejected(
        "'" + email + "' is not an e-mail address.", "Give --email another address.");
  }
}
