package io.github.certbot4j.dns.ovh;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.DnsService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.ServiceDeclaration;
import io.github.certbot4j.dns.credentials.CredentialKey;
import io.github.certbot4j.dns.credentials.CredentialKey.Use;
import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.credentials.CredentialsForm;
import java.util.Optional;

/** The plugin for OVH. */
public final class OvhPlugin extends DnsPlugin {

  static final String ENDPOINT = "endpoint";
  static final String APPLICATION_KEY = "application_key";
  static final String APPLICATION_SECRET = "application_secret";
  static final String CONSUMER_KEY = "consumer_key";

  private static final ServiceDeclaration DECLARATION =
      ServiceDeclaration.of(
              "ovh",
              "OVH",
              CredentialsForm.ini(
                      "OVH credentials INI file",
                      new CredentialKey(
                          ENDPOINT,
                          Use.REQUIRED,
                          "the API that knows the account, such as ovh-eu or ovh-ca",
                          "ovh-eu"),
                      new CredentialKey(
                          APPLICATION_KEY, Use.SECRET, "the application key", "MDAwMDAwMDAwMDAw"),
                      new CredentialKey(
                          APPLICATION_SECRET,
                          Use.SECRET,
                          "the application secret",
                          "MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAw"),
                      new CredentialKey(
                          CONSUMER_KEY,
                          Use.SECRET,
                          "the consumer key",
                          "MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAw"))
                  .checkedBy(OvhPlugin::problem))
          .waitSeconds(30)
          .ttl(60)
          .guide(
              "Create the three keys at <https://eu.api.ovh.com/createToken/>, or at"
                  + " <https://ca.api.ovh.com/createToken/> for an account in Canada.",
              "`GET`, `POST`, `PUT` and `DELETE` on `/domain/zone/*`; or the same on"
                  + " `/domain/zone/example.com/*` for one zone.",
              "Endpoints: " + OvhEndpoint.all() + ".")
          .build();

  public OvhPlugin() {
    super(DECLARATION);
  }

  @Override
  protected DnsService open(ServiceContext context) {
    return new OvhService(context);
  }

  private static Optional<String> problem(Credentials set) {
    return OvhEndpoint.find(set.get(ENDPOINT)).isPresent()
        ? Optional.empty()
        : Optional.of("dns_ovh_endpoint is none of " + OvhEndpoint.all() + ".");
  }
}
