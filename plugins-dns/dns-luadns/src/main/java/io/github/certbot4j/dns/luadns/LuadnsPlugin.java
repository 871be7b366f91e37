package io.github.certbot4j.dns.luadns;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.DnsService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.ServiceDeclaration;
import io.github.certbot4j.dns.credentials.CredentialKey;
import io.github.certbot4j.dns.credentials.CredentialKey.Use;
import io.github.certbot4j.dns.credentials.CredentialsForm;

/** The plugin for LuaDNS. */
public final class LuadnsPlugin extends DnsPlugin {

  static final String EMAIL = "email";
  static final String TOKEN = "token";

  private static final ServiceDeclaration DECLARATION =
      ServiceDeclaration.of(
              "luadns",
              "LuaDNS",
              CredentialsForm.ini(
                  "LuaDNS credentials INI file",
                  new CredentialKey(
                      EMAIL, Use.REQUIRED, "the account's e-mail address", "you@example.com"),
                  new CredentialKey(
                      TOKEN,
                      Use.SECRET,
                      "an API key of the account",
                      "0123456789abcdef0123456789abcdef")))
          .waitSeconds(30)
          .ttl(60)
          .guide(
              "Allow access by the API in the account's settings at"
                  + " <https://api.luadns.com/settings> and create an API key there.",
              "A key can be limited to one zone; that of the names in the certificate is enough.")
          .build();

  public LuadnsPlugin() {
    super(DECLARATION);
  }

  @Override
  protected DnsService open(ServiceContext context) {
    return new LuadnsService(context);
  }
}
