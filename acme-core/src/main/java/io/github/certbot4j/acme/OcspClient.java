package io.github.certbot4j.acme;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exchanges OCSP requests and responses over HTTP (RFC 6960 appendix A). */
public final class OcspClient {

  private static final Logger LOG = LoggerFactory.getLogger(OcspClient.class);
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final int MAX_RESPONSE = 64 * 1024;

  private final ProxySettings proxies;

  public OcspClient(ProxySettings proxies) {
    this.proxies = proxies;
  }

  /**
   * Asks a responder.
   *
   * @param responder its URL
   * @param request the DER encoding of the request
   * @return the body of its answer; empty when there is none, whatever the reason
   */
  public Optional<byte[]> ask(String responder, byte[] request) {
    try {
      URI uri = URI.create(responder);
      if (uri.getHost() == null) {
        return Optional.empty();
      }
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(route(uri));
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/ocsp-request");
      proxies
          .proxyFor(uri)
          .flatMap(HttpProxy::credentials)
          .ifPresent(value -> connection.setRequestProperty("Proxy-Authorization", value));
      try (OutputStream out = connection.getOutputStream()) {
        out.write(request);
      }
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        LOG.debug("OCSP responder {} answered {}", responder, connection.getResponseCode());
        return Optional.empty();
      }
      try (InputStream in = connection.getInputStream()) {
        return Optional.of(in.readNBytes(MAX_RESPONSE));
      }
    } catch (IOException | IllegalArgumentException | ClassCastException e) {
      LOG.debug("OCSP responder {} can't be asked", responder, e);
      return Optional.empty();
    }
  }

  private Proxy route(URI uri) {
    return proxies
        .proxyFor(uri)
        .map(proxy -> new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.host(), proxy.port())))
        .orElse(Proxy.NO_PROXY);
  }
}
