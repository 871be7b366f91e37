package io.github.certbot4j.dns.dnsimple;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.DnsService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.ServiceDeclaration;
import io.github.certbot4j.dns.credentials.CredentialKey;
import io.github.certbot4j.dns.credentials.CredentialKey.Use;
import io.github.certbot4j.dns.credentials.CredentialsForm;

/** The plugin for DNSimple. */
public final class DnsimplePlugin extends DnsPlugin {

  static final String TOKEN = "token";

  private static final ServiceDeclaration DECLARATION =
      ServiceDeclaration.of(
              "dnsimple",
              "DNSimple",
              CredentialsForm.ini(
                  "DNSimple credentials INI file",
                  new CredentialKey(
                      TOKEN,
                      Use.SECRET,
                      "an API access token for version 2 of the API",
                      "dnsimple_a_0123456789abcdef0123456789abcdef")))
          .waitSeconds(30)
          .ttl(60)
          .guide(
              "Create an API access token in the account's settings, which"
                  + " <https://dnsimple.com/user> leads to.",
              "A token of the account that the zones are in is enough; a user's token opens all of"
                  + " the user's accounts. Tokens can be limited to zones.")
          .build();

  public DnsimplePlugin() {
    super(DECLARATION);
  }

  @Override
  protected DnsService open(ServiceContext context) {
    return new DnsimpleService(context);
  }
}
