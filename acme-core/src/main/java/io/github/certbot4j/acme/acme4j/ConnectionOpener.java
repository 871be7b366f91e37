package io.github.certbot4j.acme.acme4j;

import io.github.certbot4j.acme.GatewayConfig;
import io.github.certbot4j.acme.HttpProxy;
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
final class ConnectionOpener implements AutoCloseable {

  private final GatewayConfig config;
  private final Map<String, RoutedSocketFactory> factories = new ConcurrentHashMap<>();
  private SSLSocketFactory tls;

  ConnectionOpener(GatewayConfig config) {
    this.config = config;
  }

  /** Prepares a connection; nothing is sent. */
  HttpURLConnection open(URI target) throws IOException {
    Optional<HttpProxy> proxy = config.proxies().proxyFor(target);
    if (!"https".equalsIgnoreCase(target.getScheme())) {
      return proxy.isPresent() ? openPlain(target, proxy.get()) : openDirect(target);
    }
    HttpsURLConnection connection = (HttpsURLConnection) openDirect(target);
    connection.setSSLSocketFactory(
        factories.computeIfAbsent(
            proxy.map(HttpProxy::toString).orElse(""),
            key ->
                new RoutedSocketFactory(
                    tls(), proxy.map(Route::through).orElseGet(Route::direct))));
    if (!config.trust().verify()) {
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
      tls = TlsSockets.trusting(config.trust());
    }
    return tls;
  }

  @Override
  public void close() {
    factories.values().forEach(RoutedSocketFactory::close);
  }
}
