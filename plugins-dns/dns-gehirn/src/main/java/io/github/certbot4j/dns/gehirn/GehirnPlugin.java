package io.github.certbot4j.dns.gehirn;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.DnsService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.ServiceDeclaration;
import io.github.certbot4j.dns.credentials.CredentialKey;
import io.github.certbot4j.dns.credentials.CredentialKey.Use;
import io.github.certbot4j.dns.credentials.CredentialsForm;

/** The plugin for Gehirn Infrastructure Service. */
public final class GehirnPlugin extends DnsPlugin {

  static final String TOKEN = "api_token";
  static final String SECRET = "api_secret";

  private static final ServiceDeclaration DECLARATION =
      ServiceDeclaration.of(
              "gehirn",
              "Gehirn Infrastructure Service",
              CredentialsForm.ini(
                  "Gehirn Infrastructure Service credentials file",
                  new CredentialKey(
                      TOKEN,
                      Use.SECRET,
                      "the token of an API key for Gehirn Infrastructure Service",
                      "00000000-0000-0000-0000-000000000000"),
                  new CredentialKey(
                      SECRET,
                      Use.SECRET,
                      "the secret of the same API key",
                      "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY")))
          .waitSeconds(30)
          .ttl(60)
          .guide(
              "Create an API key in the console at <https://gis.gehirn.jp/>.",
              "The DNS service, for reading and writing.",
              "Changes are made in the current version of a zone, which goes live at once.")
          .build();

  public GehirnPlugin() {
    super(DECLARATION);
  }

  @Override
  protected DnsService open(ServiceContext context) {
    return new GehirnService(context);
  }
}
