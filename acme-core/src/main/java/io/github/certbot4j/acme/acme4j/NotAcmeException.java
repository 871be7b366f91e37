package io.github.certbot4j.acme.acme4j;

import java.io.IOException;
import java.net.URL;

/** The answer is an HTTP error that is no ACME problem document. */
final class NotAcmeException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String url;
  private final int status;

  NotAcmeException(URL url, int status) {
    super(url + " answered HTTP " + status);
    this.url = url.toString();
    this.status = status;
  }

  String url() {
    return url;
  }

  int status() {
    return status;
  }
}
