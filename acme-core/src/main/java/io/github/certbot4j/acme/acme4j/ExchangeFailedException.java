package io.github.certbot4j.acme.acme4j;

import java.io.IOException;
import java.net.URL;

/** A request got no answer. */
final class ExchangeFailedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String authority;
  private final IOException trouble;

  ExchangeFailedException(URL url, IOException trouble) {
    super("No answer from " + url, trouble);
    this.authority = url.getAuthority();
    this.trouble = trouble;
  }

  /** The host with its port that should have answered. */
  String authority() {
    return authority;
  }

  IOException trouble() {
    return trouble;
  }
}
