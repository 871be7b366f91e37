package io.github.certbot4j.dns.cloudflare;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.DnsService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.ServiceDeclaration;
import io.github.certbot4j.dns.credentials.CredentialKey;
import io.github.certbot4j.dns.credentials.CredentialKey.Use;
import io.github.certbot4j.dns.credentials.Credentials;
import io.github.certbot4j.dns.credentials.CredentialsForm;
import java.util.Optional;

/** The plugin for Cloudflare. */
public final class CloudflarePlugin extends DnsPlugin {

  static final String TOKEN = "api_token";
  static final String EMAIL = "email";
  static final String KEY = "api_key";

  private static final ServiceDeclaration DECLARATION =
      ServiceDeclaration.of(
              "cloudflare",
              "Cloudflare",
              CredentialsForm.ini(
                      "Cloudflare credentials INI file",
                      new CredentialKey(
                          TOKEN,
                          Use.OPTIONAL_SECRET,
                          "an API token",
                          "0123456789abcdef0123456789abcdef01234567"),
                      new CredentialKey(
                          EMAIL, Use.OPTIONAL, "the account's e-mail address", "you@example.com"),
                      new CredentialKey(
                          KEY,
                          Use.OPTIONAL_SECRET,
                          "the Global API Key",
                          "0123456789abcdef0123456789abcdef01234"))
                  .checkedBy(CloudflarePlugin::problem))
          .waitSeconds(10)
          .ttl(120)
          .guide(
              "Create an API token at <https://dash.cloudflare.com/?to=/:account/profile/api-tokens>"
                  + " and give it as `dns_cloudflare_api_token`, alone. Or give the account's e-mail"
                  + " address and its Global API Key, which can do everything the account can.",
              "The permission Zone:DNS:Edit for the zones that you need certificates for.",
              "Give either the token, or the e-mail address with the key; not both.")
          .build();

  public CloudflarePlugin() {
    super(DECLARATION);
  }

  @Override
  protected DnsService open(ServiceContext context) {
    return new CloudflareService(context);
  }

  private static Optional<String> problem(Credentials set) {
    boolean token = set.find(TOKEN).isPresent();
    boolean email = set.find(EMAIL).isPresent();
    boolean key = set.find(KEY).isPresent();
    if (token && (email || key)) {
      return Optional.of(
          "dns_cloudflare_email and dns_cloudflare_api_key are not used with an API token; remove"
              + " them, or dns_cloudflare_api_token.");
    }
    if (token || email && key) {
      return Optional.empty();
    }
    if (email || key) {
      return Optional.of(
          (email ? "dns_cloudflare_api_key" : "dns_cloudflare_email")
              + " is missing; the Global API Key needs both.");
    }
    return Optional.of(
        "dns_cloudflare_api_token is missing, or dns_cloudflare_email with dns_cloudflare_api_key.");
  }
}
