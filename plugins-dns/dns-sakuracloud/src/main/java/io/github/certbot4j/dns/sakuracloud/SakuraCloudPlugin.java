package io.github.certbot4j.dns.sakuracloud;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.DnsService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.ServiceDeclaration;
import io.github.certbot4j.dns.credentials.CredentialKey;
import io.github.certbot4j.dns.credentials.CredentialKey.Use;
import io.github.certbot4j.dns.credentials.CredentialsForm;

/** The plugin for Sakura Cloud. */
public final class SakuraCloudPlugin extends DnsPlugin {

  static final String TOKEN = "api_token";
  static final String SECRET = "api_secret";

  private static final ServiceDeclaration DECLARATION =
      ServiceDeclaration.of(
              "sakuracloud",
              "Sakura Cloud",
              CredentialsForm.ini(
                  "Sakura Cloud credentials file",
                  new CredentialKey(
                      TOKEN,
                      Use.SECRET,
                      "the access token of an API key",
                      "00000000-0000-0000-0000-000000000000"),
                  new CredentialKey(
                      SECRET,
                      Use.SECRET,
                      "the access token secret of the same API key",
                      "MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAw")))
          .waitSeconds(90)
          .ttl(60)
          .guide(
              "Create an API key in the control panel at"
                  + " <https://secure.sakura.ad.jp/cloud/#!/apikey/top/>.",
              "An API key that may change settings; it needs no access to bills or to other services.",
              "The API writes a zone as a whole. The plugin sends back every record as it read it,"
                  + " and with the mark of that state, so that the service refuses the change if"
                  + " somebody else was faster.")
          .build();

  public SakuraCloudPlugin() {
    super(DECLARATION);
  }

  @Override
  protected DnsService open(ServiceContext context) {
    return new SakuraCloudService(context);
  }
}
