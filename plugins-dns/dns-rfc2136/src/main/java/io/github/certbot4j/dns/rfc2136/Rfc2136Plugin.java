package io.github.certbot4j.dns.rfc2136;

import io.github.certbot4j.dns.DnsPlugin;
import io.github.certbot4j.dns.DnsService;
import io.github.certbot4j.dns.ServiceContext;
import io.github.certbot4j.dns.ServiceDeclaration;
import io.github.certbot4j.dns.credentials.CredentialKey;
import io.github.certbot4j.dns.credentials.CredentialKey.Use;
import io.github.certbot4j.dns.credentials.CredentialsForm;

/** The plugin for name servers that take dynamic updates (RFC 2136), such as BIND. */
public final class Rfc2136Plugin extends DnsPlugin {

  private static final ServiceDeclaration DECLARATION =
      ServiceDeclaration.of(
              "rfc2136",
              "RFC 2136 name servers",
              CredentialsForm.ini(
                      "RFC 2136 credentials INI file",
                      new CredentialKey(
                          ServerSettings.SERVER,
                          Use.REQUIRED,
                          "the address or host name of the primary name server",
                          "192.0.2.1"),
                      new CredentialKey(
                          ServerSettings.PORT,
                          Use.OPTIONAL,
                          "the server's port, if it isn't 53",
                          "53"),
                      new CredentialKey(
                          ServerSettings.NAME,
                          Use.REQUIRED,
                          "the name of the TSIG key",
                          "keyname."),
                      new CredentialKey(
                          ServerSettings.SECRET,
                          Use.SECRET,
                          "the TSIG key's secret, in base64 on one line",
                          "4q4wM/2I180UXoMyN4INVhJNi8V9BCV+jMw2mXgZw/CSuxUT8C7NKKFs0AmKd7ak"),
                      new CredentialKey(
                          ServerSettings.ALGORITHM,
                          Use.OPTIONAL,
                          "the TSIG key's algorithm: " + ServerSettings.ALGORITHM_NAMES,
                          "HMAC-SHA512"),
                      new CredentialKey(
                          ServerSettings.SIGN_QUERY,
                          Use.OPTIONAL,
                          "true if the server answers signed queries only",
                          "false"))
                  .checkedBy(ServerSettings::problem))
          .waitSeconds(60)
          .ttl(120)
          .guide(
              "The name server's operator makes a TSIG key, for BIND with `tsig-keygen -a"
                  + " hmac-sha512 keyname.`, and allows it to update the zone.",
              "Updates of TXT records. For BIND: `update-policy { grant keyname. name"
                  + " _acme-challenge.example.com. TXT; };` in the zone's configuration.",
              "Without `dns_rfc2136_algorithm` the key is taken for one of HMAC-MD5.",
              "The server must answer queries for the zone's SOA record, and updates over TCP. Both"
                  + " may be limited to the key; queries are then signed when they were refused"
                  + " without.",
              "A separate zone for `_acme-challenge.example.com` is found too.")
          .build();

  public Rfc2136Plugin() {
    super(DECLARATION);
  }

  @Override
  protected DnsService open(ServiceContext context) {
    return new Rfc2136Service(context);
  }
}
