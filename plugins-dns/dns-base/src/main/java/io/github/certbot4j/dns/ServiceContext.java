package io.github.certbot4j.dns;

import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.http.ApiDialect;
import io.github.certbot4j.dns.http.Patience;
import io.github.certbot4j.dns.http.RestApi;
import io.github.certbot4j.dns.http.RestClient;
import io.github.certbot4j.spi.PluginContext;

/**
 * What a service works with.
 *
 * @param declaration what the plugin said about itself
 * @param credentials the set to use
 * @param client sends requests
 * @param patience how often to try again what isn't sent by the client
 * @param plugin options, environment, clock
 */
public record ServiceContext(
    ServiceDeclaration declaration,
    Credentials credentials,
    RestClient client,
    Patience patience,
    PluginContext plugin) {

  /** The API below a URL that has no slash at its end. */
  public RestApi api(String base, ApiDialect dialect) {
    return new RestApi(base, dialect, client);
  }

  /** The time to live of records, in seconds. */
  public int ttl() {
    return declaration.ttl();
  }
}
