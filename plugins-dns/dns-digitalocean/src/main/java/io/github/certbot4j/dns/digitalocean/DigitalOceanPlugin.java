package io.github.certbot4j.dns.digitalocean;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.DnsService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.ServiceDeclaration;
import io.github.certbot4j.dns.credentials.CredentialKey;
import io.github.certbot4j.dns.credentials.CredentialKey.Use;
import io.github.certbot4j.dns.credentials.CredentialsForm;

/** The plugin for DigitalOcean. */
public final class DigitalOceanPlugin extends DnsPlugin {

  static final String TOKEN = "token";

  private static final ServiceDeclaration DECLARATION =
      ServiceDeclaration.of(
              "digitalocean",
              "DigitalOcean",
              CredentialsForm.ini(
                  "DigitalOcean credentials INI file",
                  new CredentialKey(
                      TOKEN,
                      Use.SECRET,
                      "a personal access token",
                      "dop_v1_0123456789abcdef0123456789abcdef")))
          .waitSeconds(10)
          .ttl(30)
          .guide(
              "Create a personal access token at"
                  + " <https://cloud.digitalocean.com/settings/api/tokens>.",
              "A token with custom scopes needs `domain:read`, `domain:create` and"
                  + " `domain:delete`; one with full access can do everything the account can.")
          .build();

  public DigitalOceanPlugin() {
    super(DECLARATION);
  }

  @Override
  protected DnsService open(ServiceContext context) {
    return new DigitalOceanService(context);
  }
}
