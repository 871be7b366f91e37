package io.github.certbot4j.acme;

import io.github.certbot4j.net.ProxySettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exchanges OCSP requests and responses over HTTP (RFC 6960 appendix A). */
public final class OcspClient {

  private static final Logger LOG = LoggerFactory.getLogger(OcspClient.class);

  private final HttpPost post;

  public OcspClient(ProxySettings proxies) {
    this.post = new HttpPost(proxies, Duration.ofSeconds(10));
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
      return Optional.of(post.send(URI.create(responder), "application/ocsp-request", request));
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("OCSP responder {} can't be asked", responder, e);
      return Optional.empty();
    }
  }
}
