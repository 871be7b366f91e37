package io.github.certbot4j.acme.acme4j;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Clock;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.connector.Connection;
import org.shredzone.acme4j.connector.HttpConnector;
import org.shredzone.acme4j.connector.NetworkSettings;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.provider.GenericAcmeProvider;
import org.shredzone.acme4j.toolbox.JSON;

/** Gives acme4j our HTTP engine, and its directory only once. */
final class OneServerProvider extends GenericAcmeProvider {

  private final HttpClient client;
  private final String userAgent;
  private final Clock clock;

  /** Null until it was fetched. */
  private JSON directory;

  OneServerProvider(HttpClient client, String userAgent, Clock clock) {
    this.client = client;
    this.userAgent = userAgent;
    this.clock = clock;
  }

  @Override
  public boolean accepts(URI serverUri) {
    return true;
  }

  @Override
  public HttpClient createHttpClient(NetworkSettings settings) {
    return client;
  }

  @Override
  public Connection connect(URI serverUri, NetworkSettings settings, HttpClient httpClient) {
    return new AcmeConnection(new NamedConnector(settings, httpClient, userAgent), clock);
  }

  /**
   * Null tells acme4j that what it has is still good. A session gets its directory only after this
   * has returned, so that another thread may still find it without one.
   */
  @Override
  public synchronized JSON directory(Session session, URI serverUri) throws AcmeException {
    if (session.hasDirectory()) {
      return null;
    }
    if (directory == null) {
      directory = super.directory(session, serverUri);
    }
    return directory;
  }

  /** Names this program instead of acme4j. */
  private static final class NamedConnector extends HttpConnector {

    private final String userAgent;

    NamedConnector(NetworkSettings settings, HttpClient client, String userAgent) {
      super(settings, client);
      this.userAgent = userAgent;
    }

    @Override
    public HttpRequest.Builder createRequestBuilder(URL url) {
      try {
        return HttpRequest.newBuilder(url.toURI()).header("User-Agent", userAgent);
      } catch (URISyntaxException e) {
        throw new IllegalArgumentException("Not a URI: " + url, e);
      }
    }
  }
}
