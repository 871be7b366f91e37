package io.github.certbot4j.acme.acme4j;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.certbot4j.acme.AcmeGateway;
import io.github.certbot4j.acme.GatewayConfig;
import io.github.certbot4j.crypto.KeyPairs;
import io.github.certbot4j.model.AcmeServer;
import io.github.certbot4j.model.Failure;
import io.github.certbot4j.model.FailureException;
import io.github.certbot4j.model.KeySpec;
import io.github.certbot4j.net.ProxySettings;
import io.github.certbot4j.net.StubServer;
import io.github.certbot4j.net.TlsTrust;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Opens gateways for tests. */
final class Gateways {

  static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  static final KeyPair KEY = KeyPairs.generate(new KeySpec.Ecdsa(KeySpec.Curve.SECP256R1));
  static final TlsTrust USUAL_TRUST = new TlsTrust(true, Optional.empty());

  /** A host whose label is too long for the DNS, so that no name server is asked. */
  static final String UNRESOLVABLE = "x".repeat(64) + ".invalid";

  private Gateways() {}

  static AcmeGateway to(StubServer server) {
    return open(server.url("/dir"), USUAL_TRUST, ProxySettings.NONE);
  }

  static AcmeGateway open(String url, TlsTrust trust, ProxySettings proxies) {
    return open(url, Duration.ofSeconds(5), trust, proxies);
  }

  /** Waits for hardly any time. */
  static AcmeGateway impatient(String url) {
    return open(url, Duration.ofMillis(50), USUAL_TRUST, ProxySettings.NONE);
  }

  private static AcmeGateway open(
      String url, Duration timeout, TlsTrust trust, ProxySettings proxies) {
    return new Acme4jGatewayFactory(Clock.fixed(NOW, ZoneOffset.UTC))
        .open(
            new GatewayConfig(new AcmeServer(url), "certbot4j-test/1.0", timeout, trust, proxies));
  }

  static <F extends Failure> F failure(Class<F> type, ThrowingCallable work) {
    return type.cast(catchThrowableOfType(FailureException.class, work).failure());
  }
}
