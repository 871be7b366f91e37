package io.github.certbot4j.acme.acme4j;

import io.github.certbot4j.net.RetryAfter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.connector.DefaultConnection;
import org.shredzone.acme4j.connector.HttpConnector;

/** acme4j's connection, which says where a failure happened and reads dates leniently. */
final class AcmeConnection extends DefaultConnection {

  private static final int NO_SUCCESS = 300;

  private final Clock clock;

  AcmeConnection(HttpConnector connector, Clock clock) {
    super(connector);
    this.clock = clock;
  }

  @Override
  protected void sendRequest(Session session, URL url, Consumer<HttpRequest.Builder> body)
      throws IOException {
    try {
      super.sendRequest(session, url, body);
    } catch (IOException e) {
      throw new ExchangeFailedException(url, e);
    }
    int status = response().statusCode();
    if (status >= NO_SUCCESS && !isProblem()) {
      throw new NotAcmeException(url, status);
    }
  }

  private boolean isProblem() {
    return response()
        .headers()
        .firstValue("Content-Type")
        .filter(type -> type.startsWith("application/problem+json"))
        .isPresent();
  }

  /**
   * When to ask again by this machine's clock, which may differ from the server's. acme4j fails on
   * a malformed header; here it is as if it weren't there.
   */
  @Override
  public Optional<Instant> getRetryAfter() {
    Instant now = clock.instant();
    return RetryAfter.delay(response().headers(), now).map(now::plus);
  }

  /** The body of the last answer as text; once. */
  String readText() throws IOException {
    try (InputStream in = response().body()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpResponse<InputStream> response() {
    HttpResponse<InputStream> last = lastResponse;
    if (last == null) {
      throw new IllegalStateException("nothing was sent");
    }
    return last;
  }
}
