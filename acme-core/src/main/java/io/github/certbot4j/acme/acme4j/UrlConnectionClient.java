package io.github.certbot4j.acme.acme4j;

import io.github.certbot4j.net.ConnectionOpener;
import io.github.certbot4j.net.ResponseBody;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.HttpURLConnection;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAccumulator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part of {@link HttpClient} that acme4j uses, over {@link HttpURLConnection}, which starts
 * much faster and leaves no threads behind.
 *
 * <p>Bodies are read to their end at once: only then does the connection serve the next request.
 */
final class UrlConnectionClient extends HttpClient {

  private static final Logger LOG = LoggerFactory.getLogger(UrlConnectionClient.class);
  private static final int LARGEST_BODY = 8 << 20;

  private final ConnectionOpener opener;
  private final Duration timeout;
  private final LongAccumulator fastest = new LongAccumulator(Math::min, Long.MAX_VALUE);

  UrlConnectionClient(ConnectionOpener opener, Duration timeout) {
    this.opener = opener;
    this.timeout = timeout;
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
      throws IOException {
    long start = System.nanoTime();
    HttpURLConnection connection = opener.open(request.uri());
    connection.setConnectTimeout((int) timeout.toMillis());
    connection.setReadTimeout((int) timeout.toMillis());
    connection.setUseCaches(false);
    connection.setRequestMethod(request.method());
    // A signed request is for one URL: the server at another must refuse it.
    connection.setInstanceFollowRedirects(!request.method().equals("POST"));
    request.headers().map().forEach((name, values) -> addAll(connection, name, values));
    Optional<byte[]> body = RequestBody.of(request);
    if (body.isPresent()) {
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body.get());
      }
    }
    int status = connection.getResponseCode();
    byte[] content = ResponseBody.read(connection, LARGEST_BODY);
    long nanos = System.nanoTime() - start;
    fastest.accumulate(nanos);
    LOG.debug(
        "{} {}: HTTP {}, {} bytes, {} ms",
        request.method(),
        request.uri(),
        status,
        content.length,
        nanos / 1_000_000);
    return BufferedResponse.of(request, connection, content, handler);
  }

  /** The shortest time that an exchange has taken; none is zero. */
  Duration fastestExchange() {
    long nanos = fastest.get();
    return nanos == Long.MAX_VALUE ? Duration.ZERO : Duration.ofNanos(nanos);
  }

  private static void addAll(HttpURLConnection connection, String name, Iterable<String> values) {
    values.forEach(value -> connection.addRequestProperty(name, value));
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    throw new UnsupportedOperationException("acme4j sends synchronously");
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request,
      HttpResponse.BodyHandler<T> handler,
      HttpResponse.PushPromiseHandler<T> pushHandler) {
    throw new UnsupportedOperationException("acme4j sends synchronously");
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return Optional.empty();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return Optional.of(timeout);
  }

  @Override
  public Redirect followRedirects() {
    return Redirect.NORMAL;
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return Optional.empty();
  }

  @Override
  public SSLContext sslContext() {
    throw new UnsupportedOperationException("The opener of connections has it");
  }

  @Override
  public SSLParameters sslParameters() {
    return new SSLParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return Optional.empty();
  }

  @Override
  public Version version() {
    return Version.HTTP_1_1;
  }

  @Override
  public Optional<Executor> executor() {
    return Optional.empty();
  }
}
