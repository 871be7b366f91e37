package io.github.certbot4j.dns.nsone;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.DnsService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.ServiceDeclaration;
import io.github.certbot4j.dns.credentials.CredentialKey;
import io.github.certbot4j.dns.credentials.CredentialKey.Use;
import io.github.certbot4j.dns.credentials.CredentialsForm;

/** The plugin for NS1. */
public final class NsonePlugin extends DnsPlugin {

  static final String KEY = "api_key";

  private static final ServiceDeclaration DECLARATION =
      ServiceDeclaration.of(
              "nsone",
              "NS1",
              CredentialsForm.ini(
                  "NS1 credentials file",
                  new CredentialKey(KEY, Use.SECRET, "an API key", "MDAwMDAwMDAwMDAwMDAw")))
          .waitSeconds(30)
          .ttl(60)
          .guide(
              "Create an API key in the account's settings at"
                  + " <https://my.nsone.net/#/account/settings>.",
              "To view and manage the zones of the names in the certificate; nothing else.",
              "NS1 is called NS1 Connect by now; its API is the same.")
          .build();

  public NsonePlugin() {
    super(DECLARATION);
  }

  @Override
  protected DnsService open(ServiceContext context) {
    return new NsoneService(context);
  }
}
