package io.github.certbot4j.dns.google;

import java.util.Optional;

/** Who asks. */
interface GoogleAccount {

  /**
   * A new access token.
   *
   * @throws io.github.certbot4j.dns.trouble.DnsTroubleException if there is none to be had
   */
  String newToken();

  /** The id of the project that the account belongs to, if that is known. */
  Optional<String> project();
}
