package io.github.certbot4j.acme;

import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.net.ProxySettings;
import io.github.certbot4j.net.TlsTrust;
import java.time.Duration;

/**
 * How to talk to one ACME server.
 *
 * @param server the directory URL
 * @param userAgent the value of the User-Agent header, which RFC 8555 section 6.1 demands
 * @param timeout how long to wait for a connection, and for each piece of an answer
 * @param trust which certificates the server may present
 * @param proxies which proxy leads to which server
 */
public record GatewayConfig(
    AcmeServer server, String userAgent, Duration timeout, TlsTrust trust, ProxySettings proxies) {

  /** The time that the original grants each request. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(45);
}
