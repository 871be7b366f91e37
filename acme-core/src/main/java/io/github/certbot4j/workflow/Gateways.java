package io.github.certbot4j.workflow;

import io.github.certbot4j.acme.AcmeGateway;
import io.github.certbot4j.config.NetworkOptions;
import io.github.certbot4j.config.PathOptions;
import io.github.certbot4j.config.Settings;
import io.github.certbot4j.model.AcmeServer;
import java.util.HashMap;
import java.util.Map;

/** The connections of a run: one to each ACME server, shared by all lineages. */
public final class Gateways implements AutoCloseable {

  private final Opener opener;
  private final Map<Target, AcmeGateway> open = new HashMap<>();

  public Gateways(Opener opener) {
    this.opener = opener;
  }

  /** The gateway to the server that the settings name. */
  synchronized AcmeGateway to(Settings settings) {
    Target target =
        new Target(settings.get(PathOptions.SERVER), !settings.get(NetworkOptions.NO_VERIFY_SSL));
    return open.computeIfAbsent(
        target, key -> opener.open(key.server(), settings, key.verifyTls()));
  }

  @Override
  public synchronized void close() {
    open.values().forEach(AcmeGateway::close);
    open.clear();
  }

  /** Makes a gateway; sends nothing. */
  @FunctionalInterface
  public interface Opener {
    AcmeGateway open(AcmeServer server, Settings settings, boolean verifyTls);
  }

  private record Target(AcmeServer server, boolean verifyTls) {}
}
