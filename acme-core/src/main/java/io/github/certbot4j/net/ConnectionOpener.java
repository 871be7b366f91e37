package io.github.certbot4j.net;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * Opens connections by the configured proxies, with the configured trust. The socket factory of a
 * route stays the same, since the JDK reuses a connection only for the factory that made it.
 */
public final class ConnectionOpener implements AutoCloseable {

  private final ProxySettings proxies;
  private final TlsTrust trust;
  private final Map<String, RoutedSocketFactory> factories = new ConcurrentHashMap<>();
  private SSLSocketFactory tls;

  /**
   * Nothing is loaded before the first connection.
   *
   * @param proxies which proxy leads to which server
   * @param trust which certificates servers may present
   */
  public ConnectionOpener(ProxySettings proxies, TlsTrust trust) {
    this.proxies = proxies;
    this.trust = trust;
  }

  /**
   * Prepares a connection; nothing is sent.
   *
   * @param target an absolute http or https URL with a host
   * @throws io.github.certbot4j.model.FailureException if the proxy variables or the bundle of
   *     roots can't be used
   */
  public HttpURLConnection open(URI target) throws IOException {
    Optional<HttpProxy> proxy = proxies.proxyFor(target);
    if (!isHttps(target)) {
      return proxy.isPresent() ? openPlain(target, proxy.get()) : openDirect(target);
    }
    return openSecure(
        target,
        factories.computeIfAbsent(
            proxy.map(HttpProxy::toString).orElse(""), key -> factory(routeBy(proxy))));
  }

  /**
   * Prepares an HTTPS connection for a request that must not be sent twice. The JDK repeats any
   * request, also a POST, if the connection ends without an answer; this one fails instead. It is
   * not reused.
   *
   * @param target an absolute https URL with a host
   */
  public HttpURLConnection openForOneAttempt(URI target) throws IOException {
    if (!isHttps(target)) {
      throw new IOException("not an https URL");
    }
    Route route = routeBy(proxies.proxyFor(target));
    return openSecure(target, factory(new OneAttempt(route)));
  }

  private static boolean isHttps(URI target) {
    return "https".equalsIgnoreCase(target.getScheme());
  }

  private static Route routeBy(Optional<HttpProxy> proxy) {
    return proxy.map(Route::through).orElseGet(Route::direct);
  }

  private RoutedSocketFactory factory(Route route) {
    return new RoutedSocketFactory(tls(), route);
  }

  private HttpURLConnection openSecure(URI target, RoutedSocketFactory factory) throws IOException {
    HttpsURLConnection connection = (HttpsURLConnection) openDirect(target);
    connection.setSSLSocketFactory(factory);
    if (!trust.verify()) {
      connection.setHostnameVerifier((host, session) -> true);
    }
    return connection;
  }

  /** Tunnels are made below, by the socket factory: to the JDK they are direct connections. */
  private static HttpURLConnection openDirect(URI target) throws IOException {
    return (HttpURLConnection) target.toURL().openConnection(Proxy.NO_PROXY);
  }

  private static HttpURLConnection openPlain(URI target, HttpProxy proxy) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            target
                .toURL()
                .openConnection(
                    new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.host(), proxy.port())));
    proxy
        .credentials()
        .ifPresent(value -> connection.setRequestProperty("Proxy-Authorization", value));
    return connection;
  }

  private synchronized SSLSocketFactory tls() {
    if (tls == null) {
      tls = TlsSockets.trusting(trust);
    }
    return tls;
  }

  @Override
  public void close() {
    factories.values().forEach(RoutedSocketFactory::close);
  }
}
