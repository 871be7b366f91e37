package io.github.certbot4j.dns;

import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.http.Masking;
import io.github.certbot4j.dns.http.Patience;
import io.github.certbot4j.dns.http.RestClient;
import io.github.certbot4j.net.ConnectionOpener;
import io.github.certbot4j.net.ProxySettings;
import io.github.certbot4j.net.TlsTrust;
import io.github.certbot4j.spi.PluginContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** The accounts that an order uses; each set of credentials is opened once. */
final class Accounts {

  private final ServiceDeclaration declaration;
  private final Function<ServiceContext, DnsService> opener;
  private final PluginContext context;
  private final Patience patience;
  private final ConnectionOpener connections;
  private final Map<Credentials, Account> open = new LinkedHashMap<>();

  Accounts(
      ServiceDeclaration declaration,
      Function<ServiceContext, DnsService> opener,
      PluginContext context,
      BooleanSupplier abandoned) {
    this.declaration = declaration;
    this.opener = opener;
    this.context = context;
    this.patience = new Patience(context.waiter(), abandoned);
    this.connections =
        new ConnectionOpener(
            ProxySettings.of(context.environment()), TlsTrust.of(context.environment(), true));
  }

  Account of(Credentials credentials) {
    return open.computeIfAbsent(credentials, this::open);
  }

  private Account open(Credentials credentials) {
    RestClient client =
        new RestClient(connections, patience, context.waiter(), new Masking(credentials.secrets()));
    return Account.of(
        opener.apply(new ServiceContext(declaration, credentials, client, patience, context)),
        patience);
  }
}
