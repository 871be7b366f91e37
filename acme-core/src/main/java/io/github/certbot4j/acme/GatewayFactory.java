package io.github.certbot4j.acme;

/** Opens gateways. */
@FunctionalInterface
public interface GatewayFactory {

  /** Prepares a gateway; nothing goes over the network yet. The caller closes it. */
  AcmeGateway open(GatewayConfig config);
}
