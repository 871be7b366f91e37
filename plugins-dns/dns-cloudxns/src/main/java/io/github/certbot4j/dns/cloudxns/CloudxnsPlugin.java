package io.github.certbot4j.dns.cloudxns;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.DnsService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.ServiceDeclaration;
import io.github.certbot4j.dns.credentials.CredentialKey;
import io.github.certbot4j.dns.credentials.CredentialKey.Use;
import io.github.certbot4j.dns.credentials.CredentialsForm;

/** The plugin for CloudXNS, which configurations still name though the service is closed. */
public final class CloudxnsPlugin extends DnsPlugin {

  static final String KEY = "api_key";
  static final String SECRET = "secret_key";

  private static final ServiceDeclaration DECLARATION =
      ServiceDeclaration.of(
              "cloudxns",
              "CloudXNS",
              CredentialsForm.ini(
                  "CloudXNS credentials INI file",
                  new CredentialKey(
                      KEY, Use.SECRET, "the API key", "1234567890abcdef1234567890abcdef"),
                  new CredentialKey(
                      SECRET, Use.SECRET, "the secret key that belongs to it", "1122334455667788")))
          .waitSeconds(30)
          .ttl(60)
          .retired(
              "CloudXNS was closed down, so dns-cloudxns can't work any more. Move the zone to"
                  + " another DNS service and use that one's plugin; 'certbot reconfigure' changes"
                  + " what is stored for a certificate.")
          .guide(
              "None can be had: the service was closed down.",
              "None.",
              "The plugin is there so that old configurations get this answer instead of a"
                  + " mysterious error.")
          .build();

  public CloudxnsPlugin() {
    super(DECLARATION);
  }

  @Override
  protected DnsService open(ServiceContext context) {
    return new CloudxnsService(context);
  }
}
