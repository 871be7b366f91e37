package io.github.certbot4j.dns.dnsmadeeasy;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.DnsService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.ServiceDeclaration;
import io.github.certbot4j.dns.credentials.CredentialKey;
import io.github.certbot4j.dns.credentials.CredentialKey.Use;
import io.github.certbot4j.dns.credentials.CredentialsForm;

/** The plugin for DNS Made Easy. */
public final class DnsMadeEasyPlugin extends DnsPlugin {

  static final String KEY = "api_key";
  static final String SECRET = "secret_key";

  private static final ServiceDeclaration DECLARATION =
      ServiceDeclaration.of(
              "dnsmadeeasy",
              "DNS Made Easy",
              CredentialsForm.ini(
                  "DNS Made Easy credentials INI file",
                  new CredentialKey(
                      KEY, Use.SECRET, "the API key", "1c1a3c91-4770-4ce7-96f4-54c0eb0e457a"),
                  new CredentialKey(
                      SECRET,
                      Use.SECRET,
                      "the secret key that belongs to the API key",
                      "c9b5625f-9834-4ff8-baba-4ed5f32cae55")))
          .waitSeconds(60)
          .ttl(60)
          .guide(
              "The account's information page, <https://cp.dnsmadeeasy.com/account/info>, shows the"
                  + " API key and the secret key.",
              "The keys of a user who may manage DNS, and nothing else.",
              "Requests are signed with the time of day: the clock of this machine must be right.",
              "The service answers 150 requests in five minutes; when they are used up, the plugin"
                  + " waits.")
          .build();

  public DnsMadeEasyPlugin() {
    super(DECLARATION);
  }

  @Override
  protected DnsService open(ServiceContext context) {
    return new DnsMadeEasyService(context);
  }
}
