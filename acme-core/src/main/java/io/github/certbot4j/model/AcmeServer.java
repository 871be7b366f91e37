package io.github.certbot4j.model;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The directory URL of an ACME server, kept as the user wrote it, since the place of its accounts
 * on disk is derived from that text.
 *
 * @param url an absolute {@code http} or {@code https} URL
 */
public record AcmeServer(String url) {

  public static final AcmeServer PRODUCTION =
      new AcmeServer("https://acme-v02.api.letsencrypt.org/directory");
  public static final AcmeServer STAGING =
      new AcmeServer("https://acme-staging-v02.api.letsencrypt.org/directory");
  private static final String V1_PRODUCTION = "https://acme-v01.api.letsencrypt.org/directory";

  /**
   * Checks a URL that a user gave.
   *
   * @throws FailureException when it isn't an absolute http or https URL with a host
   */
  public static AcmeServer parse(String url) {
    AcmeServer server = new AcmeServer(url);
    URI uri = server.uri();
    boolean http = "https".equalsIgnoreCase(uri.getScheme());
    http |= "http".equalsIgnoreCase(uri.getScheme());
    if (!http || uri.getRawAuthority() == null) {
      throw notUsable(url);
    }
    return server;
  }

  /** Reads a stored URL: the retired ACMEv1 production directory means today's. */
  public static AcmeServer stored(String url) {
    return url.equals(V1_PRODUCTION) ? PRODUCTION : new AcmeServer(url);
  }

  /** Whether certificates of this server are for tests only, judged by the URL alone. */
  public boolean isStaging() {
    return url.equals(STAGING.url) || url.contains("staging");
  }

  /**
   * The URL as a URI.
   *
   * @throws FailureException when the text isn't a URI
   */
  public URI uri() {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw new FailureException(notUsable(url).failure(), e);
    }
  }

  @Override
  public String toString() {
    return url;
  }

  private static FailureException notUsable(String url) {
    return FailureException.rejected(
        "'" + url + "' is not the URL of an ACME directory.",
        "Give --server a URL that starts with https://.");
  }
}
