package io.github.certbot4j.acme.acme4j;

import io.github.certbot4j.acme.AcmeGateway;
import io.github.certbot4j.acme.GatewayConfig;
import io.github.certbot4j.acme.GatewayFactory;
import io.github.certbot4j.net.ConnectionOpener;
import java.time.Clock;

/** Opens gateways that use acme4j. */
public final class Acme4jGatewayFactory implements GatewayFactory {

  private final Clock clock;

  /**
   * Makes a factory.
   *
   * @param clock turns the delays that servers ask for into points of time
   */
  public Acme4jGatewayFactory(Clock clock) {
    this.clock = clock;
  }

  @Override
  public AcmeGateway open(GatewayConfig config) {
    ConnectionOpener opener = new ConnectionOpener(config.proxies(), config.trust());
    UrlConnectionClient client = new UrlConnectionClient(opener, config.timeout());
    OneServerProvider provider = new OneServerProvider(client, config.userAgent(), clock);
    NoncePoolSession session = new NoncePoolSession(config.server().uri(), provider);
    session.setLocale(null);
    session.networkSettings().setCompressionEnabled(false);
    Exchange exchange =
        new Exchange(
            session,
            new FailureTranslator(config.server()),
            new SideBySide(client::fastestExchange, SideBySide.connectionsKept()));
    return new Acme4jGateway(exchange, opener, clock);
  }
}
