package io.github.certbot4j.acme;

import io.github.certbot4j.net.HttpProxy;
import io.github.certbot4j.net.ProxySettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;

/** Sends one POST request over HTTP or HTTPS, through the proxies of the environment. */
final class HttpPost {

  private static final int MAX_RESPONSE = 64 * 1024;

  private final ProxySettings proxies;
  private final Duration timeout;

  HttpPost(ProxySettings proxies, Duration timeout) {
    this.proxies = proxies;
    this.timeout = timeout;
  }

  /**
   * Sends.
   *
   * @return the body of the answer
   * @throws IOException when there is no answer, or one with another status than 200
   */
  byte[] send(URI target, String contentType, byte[] body) throws IOException {
    if (target.getHost() == null) {
      throw new IOException("no host in " + target);
    }
    if (!(target.toURL().openConnection(route(target)) instanceof HttpURLConnection connection)) {
      throw new IOException("not a web address: " + target);
    }
    connection.setConnectTimeout((int) timeout.toMillis());
    connection.setReadTimeout((int) timeout.toMillis());
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", contentType);
    proxies
        .proxyFor(target)
        .flatMap(HttpProxy::credentials)
        .ifPresent(value -> connection.setRequestProperty("Proxy-Authorization", value));
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
    int status = connection.getResponseCode();
    if (status != HttpURLConnection.HTTP_OK) {
      throw new IOException("the server answered with the status " + status);
    }
    try (InputStream in = connection.getInputStream()) {
      return in.readNBytes(MAX_RESPONSE);
    }
  }

  private Proxy route(URI target) {
    return proxies
        .proxyFor(target)
        .map(proxy -> new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.host(), proxy.port())))
        .orElse(Proxy.NO_PROXY);
  }
}
